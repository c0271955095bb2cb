import type { ConversationView, NativeBlockReason } from '#contract';
import { canResolve, channelName, format, isInDoubt, known } from 'c/conversationLabels';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import * as i18n from './labels';

/** What a reason is in words; {0} is the channel. */
const WORDS: Readonly<Record<NativeBlockReason, string>> = {
    'changed-elsewhere': i18n.changedElsewhere,
    'channel-trouble': i18n.channelTrouble,
    'list-full': i18n.listFull,
    'no-answer': i18n.noAnswer,
    'not-accepted': i18n.notAccepted,
    'not-clear': i18n.notClear,
    'not-done': i18n.notDone,
    'not-reached': i18n.notReached,
    'own-number': i18n.ownNumber,
    'set-up': isAdmin ? i18n.adminSetUp : i18n.setUp,
    'too-many': i18n.tooMany,
    'window-closed': i18n.windowClosed,
    'wrote-since': i18n.wroteSince
};

/** Why the channel does not do what was asked for, and what helps, a sentence each; none where no reason is given. */
export function sentencesOf(view: ConversationView): string[] {
    const { nativeBlock, actions, channel } = view;
    const { status, reason } = nativeBlock;
    if (reason === null) {
        return [];
    }
    const isReopened = reason === 'window-closed' && actions.includes('retryNativeBlock');
    const words = isReopened && channel.nativePossible === 'yes' ? i18n.wroteAgain : known(WORDS, reason);
    const sentences = [capitalized(format(words ?? i18n.otherReason, channelName(view)))];
    if (reason === 'not-accepted' && channel.name === 'INSTAGRAM') {
        sentences.push(isAdmin ? i18n.adminInstagram : i18n.instagram);
    }
    if (isInDoubt(view) && !canResolve(view)) {
        sentences.push(i18n.askSupervisor);
    }
    if (reason === 'window-closed' && status === 'refused' && !isReopened && actions.includes('unblock')) {
        sentences.push(i18n.whenTheyWrite);
    }
    return sentences;
}

/** The channel's stand-in, "the channel", may begin a sentence. */
function capitalized(text: string): string {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
