import type { ConversationView, NativeBlockReason } from '#contract';
import { channelName, format } from 'c/conversationLabels';
import * as i18n from './labels';

/** What a reason is in words; {0} is the channel. */
const WORDS: ReadonlyMap<NativeBlockReason | null, string> = new Map([
    ['changed-elsewhere', i18n.changedElsewhere],
    ['list-full', i18n.listFull],
    ['no-answer', i18n.noAnswer],
    ['not-accepted', i18n.notAccepted],
    ['not-clear', i18n.notClear],
    ['not-done', i18n.notDone],
    ['not-reached', i18n.notReached],
    ['own-number', i18n.ownNumber],
    ['channel-trouble', i18n.channelTrouble],
    ['set-up', i18n.setUp],
    ['too-many', i18n.tooMany],
    ['window-closed', i18n.windowClosed],
    ['wrote-since', i18n.wroteSince]
] as const);

/** Where asking once more would be answered the same. */
const FINAL: ReadonlySet<NativeBlockReason | null> = new Set(['own-number', 'not-accepted'] as const);

/**
 * Why the channel does not do what was asked for, and what helps, a sentence each. Reasons that this version does not
 * know come in the proxy's own English words.
 */
export function sentencesOf(view: ConversationView): string[] {
    const { nativeBlock, actions, channel } = view;
    const { status, reason, message } = nativeBlock;
    const words = WORDS.get(reason);
    if (!words) {
        return message ? [message] : [];
    }
    const sentences = [format(words, channelName(view))];
    if (reason === 'not-accepted' && channel.name === 'INSTAGRAM') {
        sentences.push(i18n.instagram);
    }
    if (status === 'unconfirmed' && !actions.includes('resolveNativeBlock')) {
        sentences.push(i18n.askSupervisor);
    }
    const isWithout = status === 'refused' || status === 'not-blocked';
    if (isWithout && !FINAL.has(reason) && actions.includes('unblock')) {
        sentences.push(i18n.askAgain);
    }
    return sentences;
}
