import { LightningElement, api } from 'lwc';
import type { BlockView, ConversationView } from '#contract';
import { isKeptOut, reasonLabel } from 'c/conversationLabels';
import { i18n } from './labels';

/** How firmly a block holds, in words, icon and colour. */
interface Effect {
    title: string;
    line: string;
    icon: string;
    variant: 'success' | 'warning';
    /** Class of the bar at the side. */
    bar: string;
}

const KEPT_OUT: Effect = {
    title: i18n.keptOut,
    line: i18n.keptOutLine,
    icon: 'utility:check',
    variant: 'success',
    bar: 'details'
};
const NOT_KEPT_OUT: Effect = {
    title: i18n.notKeptOut,
    line: i18n.notKeptOutLine,
    icon: 'utility:warning',
    variant: 'warning',
    bar: 'details'
};
const PENDING: Effect = {
    title: i18n.pending,
    line: i18n.pendingLine,
    icon: 'utility:question_mark',
    variant: 'warning',
    bar: 'details details_pending'
};

/** Who blocked, when, until when, why, and what of it holds. Names, reasons and notes are drawn as text. */
export default class ConversationBlockDetails extends LightningElement {
    /** A view with a block of ours, or in state BLOCKED. */
    @api view!: ConversationView;

    readonly i18n = i18n;

    get block(): BlockView | null {
        return this.view.block;
    }

    get isPending(): boolean {
        return this.block?.state === 'pending';
    }

    get effect(): Effect {
        if (this.isPending) {
            return PENDING;
        }
        return isKeptOut(this.view) ? KEPT_OUT : NOT_KEPT_OUT;
    }

    get byTerm(): string {
        return this.isPending ? i18n.askedBy : i18n.blockedBy;
    }

    get sinceTerm(): string {
        return this.isPending ? i18n.askedAt : i18n.blockedAt;
    }

    get reason(): string | null {
        return this.block?.reason ? reasonLabel(this.block.reason) : null;
    }
}
