import type { ConversationView } from '#contract';
import { channelName, format } from 'c/conversationLabels';
import * as i18n from './labels';
import type { Question } from './question';
import type { Task } from './tasks';

/** Nobody reads a sentence and looks on the channel sooner. */
const LOOKING_TAKES_MS = 2_000;

/** Whether a supervisor speaks of what the channel showed before the native block was written anew. */
export function isOutdated(task: Task | null, { nativeBlock }: ConversationView): task is Task<'resolve'> {
    return task?.kind === 'resolve' && task.command.version !== nativeBlock.version;
}

/** What a supervisor said of the channel before it may have changed, asked anew about the view that holds now. */
export function askedAgain({ kind, command }: Task<'resolve'>, view: ConversationView): Question & { notice: string } {
    return {
        kind,
        view,
        task: { kind, command: { ...command, version: view.nativeBlock.version } },
        notice: format(i18n.lookAgain, channelName(view)),
        notBefore: Date.now() + LOOKING_TAKES_MS
    };
}
