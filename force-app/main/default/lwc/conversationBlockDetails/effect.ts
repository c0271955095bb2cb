import type { ConversationView } from '#contract';
import { isKeptOut, mayChannelBlock } from 'c/conversationLabels';
import * as i18n from './labels';

/** How firmly a block holds in Salesforce, in words, icon and colour. */
export interface Effect {
    title: string;
    /** One sentence: what it means here. */
    line: string;
    icon: string;
    variant: 'success' | 'warning';
}

const KEPT_OUT: Effect = {
    title: i18n.keptOut,
    line: i18n.keptOutLine,
    icon: 'utility:check',
    variant: 'success'
};
/** The channel does not block them: they still write, and only Salesforce does not hear of it. */
const KEPT_OUT_ONLY: Effect = { ...KEPT_OUT, title: i18n.keptOutOnly };
const NOT_KEPT_OUT: Effect = {
    title: i18n.notKeptOut,
    line: i18n.notKeptOutLine,
    icon: 'utility:warning',
    variant: 'warning'
};
const PENDING: Effect = {
    title: i18n.pending,
    line: i18n.pendingLine,
    icon: 'utility:question_mark',
    variant: 'warning'
};

export function effectOf(view: ConversationView): Effect {
    if (view.block?.state === 'pending') {
        return PENDING;
    }
    // What the channel does not deliver cannot reach Salesforce, whatever the state does.
    if (view.platformBlock.status === 'blocked') {
        return KEPT_OUT;
    }
    if (!isKeptOut(view)) {
        return NOT_KEPT_OUT;
    }
    return mayChannelBlock(view) ? KEPT_OUT : KEPT_OUT_ONLY;
}
