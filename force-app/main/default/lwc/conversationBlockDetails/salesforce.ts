import type { ConversationView } from '#contract';
import { hasBlock, isPending, mayChannelBlock } from 'c/conversationLabels';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import * as i18n from './labels';
import { CHECK, QUESTION, WARNING } from './effect';
import type { Effect } from './effect';

const PENDING: Effect = { ...QUESTION, title: i18n.pending, lines: [i18n.pendingLine] };
const KEPT_OUT: Effect = { ...CHECK, title: i18n.keptOut, lines: [] };
/** The channel does not block them: they still write, and only Salesforce does not hear of it. */
const KEPT_OUT_ONLY: Effect = { ...KEPT_OUT, title: i18n.keptOutOnly };
const NOT_KEPT_OUT: Effect = {
    ...WARNING,
    title: i18n.notKeptOut,
    lines: [isAdmin ? i18n.adminNotKeptOut : i18n.notKeptOutLine]
};

/** @returns how firmly a block holds in Salesforce; null where nobody is blocked */
export function salesforceEffect(view: ConversationView): Effect | null {
    if (!hasBlock(view)) {
        return null;
    }
    if (isPending(view)) {
        return PENDING;
    }
    // What the channel does not deliver cannot reach Salesforce, whatever the state does.
    if (view.nativeBlock.status !== 'blocked' && !view.blockedStateExcluded) {
        return NOT_KEPT_OUT;
    }
    return mayChannelBlock(view) ? KEPT_OUT : KEPT_OUT_ONLY;
}
