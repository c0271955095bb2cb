import type { ConversationView, NativeBlockRequest } from '#contract';
import { channelName, describePerson, format } from 'c/conversationLabels';
import * as i18n from './labels';

/** What is done on a yes, as far as it matters to the words. */
export interface Asked {
    kind: 'unblock' | 'state' | 'undo' | 'resolve';
    command: { status?: NativeBlockRequest['status']; state?: 'OPEN' | 'CLOSED' };
}

/** A question, what it means, and its two answers. */
export interface Words {
    title: string;
    /** Empty where the facts say it. */
    line: string;
    no: string;
    yes: string;
}

/** The words of a question; no two answers can be taken for each other. */
export function wordsOf(view: ConversationView, { kind, command }: Asked): Words {
    if (kind === 'resolve') {
        const isBlocked = command.status === 'blocked';
        const inChannel = (words: string): string => format(words, channelName(view));
        const yes = inChannel(isBlocked ? i18n.blocked : i18n.notBlocked);
        const line = inChannel(isBlocked ? i18n.blockedLine : i18n.notBlockedLine);
        return { title: format(i18n.resolveTitle, yes), line, no: i18n.cancel, yes };
    }
    if (kind === 'unblock') {
        return { title: format(i18n.title, describePerson(view)), line: '', no: i18n.keep, yes: i18n.unblock };
    }
    const yes = kind === 'undo' ? i18n.undo : stateWords(view, command.state);
    return { title: format(i18n.againTitle, yes), line: '', no: i18n.leave, yes };
}

function stateWords({ actions }: ConversationView, state: Asked['command']['state']): string {
    if (state === 'CLOSED') {
        return i18n.close;
    }
    return actions.includes('takeOver') ? i18n.takeOver : i18n.reopen;
}
