import type { ConversationView, NativeBlockView } from '#contract';
import {
    channelName,
    format,
    isBlocked,
    isInDoubt,
    isPending,
    known,
    shownState,
    standingOf,
    stateLabel
} from 'c/conversationLabels';
import * as i18n from './labels';
import { isSame } from './same';
import type { TaskKind } from './tasks';

/** What the live region says when this holds for the native block; {0} is the channel. */
type WordsByStatus = Partial<Record<NativeBlockView['status'], string>>;

const BLOCKED: WordsByStatus = {
    blocked: i18n.blockedOnChannel,
    refused: i18n.blockedNotOnChannel,
    'not-blocked': i18n.blockedNotOnChannel,
    unconfirmed: i18n.blockedMaybeOnChannel
};
/** The same where a block by state keeps nothing out. */
const BLOCKED_NOT_KEPT_OUT: WordsByStatus = {
    blocked: i18n.blockedOnChannel,
    unconfirmed: i18n.blockedMaybeNotKeptOut
};
const UNBLOCKED: WordsByStatus = {
    blocked: i18n.unblockedNotOnChannel,
    unconfirmed: i18n.unblockedMaybeOnChannel
};
const RESOLVED: WordsByStatus = { blocked: i18n.resolvedBlocked, 'not-blocked': i18n.resolvedNotBlocked };

/** What it says while a task is under way. */
export const STARTS: Record<TaskKind, string> = {
    load: '',
    block: i18n.blocking,
    change: i18n.changing,
    unblock: i18n.unblocking,
    retryNativeBlock: i18n.blocking,
    state: i18n.changing,
    undo: i18n.undoing,
    resolve: i18n.resolving
};

/**
 * What the live region says when the answer is there.
 * @param before the view until now; null when the card was empty: the first view is read as part of the page
 */
export function announceView(kind: TaskKind, before: ConversationView | null, now: ConversationView): string {
    const words = wordsAfter(kind, before, now);
    return now.undo && (kind === 'block' || kind === 'unblock') ? `${words} ${i18n.undoOffered}` : words;
}

/** What the live region says when something was changed elsewhere: what, and who did it if that is known. */
export function announceNews(before: ConversationView, now: ConversationView): string {
    if (isSame(before, now)) {
        return '';
    }
    if (before.id === now.id && shownState(before) === shownState(now)) {
        return i18n.blockChanged;
    }
    return whatHolds(now);
}

/** What holds now, and who did it if that is known: a sentence. */
export function whatHolds(view: ConversationView): string {
    return shownState(view) === 'BLOCKED' && view.block
        ? format(i18n.blockedByWho, view.block.by.name)
        : announceState(view);
}

/** What came of a block or an unblock, for a place that the card does not outlive. */
export interface Done {
    words: string;
    /** Whether it holds as it was asked for. */
    isWhole: boolean;
}

export function doneOf(now: ConversationView): Done {
    const blocked = isBlocked(now);
    const isUnclear = now.state === null || isPending(now) || isInDoubt(now);
    const isOtherwise = now.nativeBlock.status === (blocked ? 'refused' : 'blocked');
    return {
        words: wordsAfter(blocked ? 'block' : 'unblock', null, now),
        isWhole: !isUnclear && !isOtherwise && (now.blockedStateExcluded || !blocked)
    };
}

function wordsAfter(kind: TaskKind, before: ConversationView | null, now: ConversationView): string {
    if (kind === 'resolve') {
        return inWords(RESOLVED, now, announceState(now));
    }
    if (isPending(now)) {
        return i18n.pendingNow;
    }
    if (kind === 'undo') {
        return format(i18n.undone, stateLabel(standingOf(now)));
    }
    if (kind === 'change' && isBlocked(now)) {
        return i18n.blockChanged;
    }
    if ((kind === 'block' || kind === 'retryNativeBlock') && isBlocked(now)) {
        return now.blockedStateExcluded
            ? inWords(BLOCKED, now, i18n.blockedNow)
            : inWords(BLOCKED_NOT_KEPT_OUT, now, i18n.blockedNotKeptOut);
    }
    if (kind === 'unblock' && !isBlocked(now)) {
        return inWords(UNBLOCKED, now, i18n.unblockedNow);
    }
    const isNews = kind !== 'load' || (before && shownState(before) !== shownState(now));
    return isNews ? announceState(now) : '';
}

function announceState(view: ConversationView): string {
    return format(i18n.stateNow, stateLabel(standingOf(view)));
}

function inWords(words: WordsByStatus, view: ConversationView, otherwise: string): string {
    return format(known(words, view.nativeBlock.status) ?? otherwise, channelName(view));
}
