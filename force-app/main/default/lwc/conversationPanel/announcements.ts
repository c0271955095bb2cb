import type { ConversationView, PlatformBlockView } from '#contract';
import { channelName, format, isKeptOut, shownState, stateLabel } from 'c/conversationLabels';
import { i18n } from './labels';
import type { Task } from './tasks';

/** What the live region says when this holds for the channel's own block; {0} is the channel. */
type WordsByStatus = Partial<Record<PlatformBlockView['status'], string>>;

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
const SETTLED: WordsByStatus = { blocked: i18n.settledBlocked, 'not-blocked': i18n.settledNotBlocked };

const STARTS: Record<Task['kind'], string> = {
    load: '',
    block: i18n.blocking,
    change: i18n.changing,
    unblock: i18n.unblocking,
    state: i18n.changing,
    undo: i18n.undoing,
    settle: i18n.settling
};

/** What the live region says while a task is under way. */
export function announceStart(task: Task): string {
    return STARTS[task.kind];
}

/**
 * What the live region says when the answer is there.
 * @param before the view until now; null when the card was empty: the first view is read as part of the page
 */
export function announceView(task: Task, before: ConversationView | null, now: ConversationView): string {
    const words = wordsAfter(task, before, now);
    return now.undo && (task.kind === 'block' || task.kind === 'unblock') ? `${words} ${i18n.undoOffered}` : words;
}

/** What the live region says when something was changed elsewhere: what, and who did it if that is known. */
export function announceNews(before: ConversationView, now: ConversationView): string {
    const state = shownState(now);
    if (before.id !== now.id || shownState(before) !== state) {
        return state === 'BLOCKED' && now.block ? format(i18n.blockedByWho, now.block.by.name) : announceState(now);
    }
    return firmness(before) === firmness(now) ? '' : i18n.blockChanged;
}

/** All of a block that is drawn. */
function firmness({ block, platformBlock }: ConversationView): string {
    return JSON.stringify([block, platformBlock.status]);
}

function wordsAfter(task: Task, before: ConversationView | null, now: ConversationView): string {
    if (task.kind === 'settle') {
        return inWords(SETTLED, now, announceState(now));
    }
    if (now.block?.state === 'pending') {
        return i18n.pendingNow;
    }
    if (task.kind === 'undo') {
        return format(i18n.undone, stateLabel(shownState(now)));
    }
    if (task.kind === 'change' && now.state === 'BLOCKED') {
        return i18n.blockChanged;
    }
    if (task.kind === 'block' && now.state === 'BLOCKED') {
        return isKeptOut(now)
            ? inWords(BLOCKED, now, i18n.blockedNow)
            : inWords(BLOCKED_NOT_KEPT_OUT, now, i18n.blockedNotKeptOut);
    }
    if (task.kind === 'unblock' && now.state !== 'BLOCKED') {
        return inWords(UNBLOCKED, now, i18n.unblockedNow);
    }
    const changed = task.kind !== 'load' || (before !== null && shownState(before) !== shownState(now));
    return changed ? announceState(now) : '';
}

function announceState(view: ConversationView): string {
    return format(i18n.stateNow, stateLabel(shownState(view)));
}

function inWords(words: WordsByStatus, view: ConversationView, otherwise: string): string {
    return format(words[view.platformBlock.status] ?? otherwise, channelName(view));
}
