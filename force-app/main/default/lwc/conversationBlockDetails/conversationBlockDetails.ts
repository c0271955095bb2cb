import { LightningElement, api } from 'lwc';
import type { BlockView, ConversationView, PlatformBlockRequest } from '#contract';
import { isKeptOut, mayChannelBlock, reasonLabel } from 'c/conversationLabels';
import { i18n } from './labels';

/** How firmly a block holds, in words, icon and colour. */
interface Effect {
    title: string;
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

/**
 * Who blocked, when, until when, why, and what of it holds: on the channel, and in Salesforce. Names, reasons and notes
 * are drawn as text.
 * @fires settle as c-conversation-platform-block
 */
export default class ConversationBlockDetails extends LightningElement {
    /** A view with a block of ours, in state BLOCKED, or of somebody whom the channel may block. */
    @api view!: ConversationView;
    /** What is under way in the card, by kind of task. */
    @api busy: string | null = null;

    readonly i18n = i18n;

    get block(): BlockView | null {
        return this.view.block;
    }

    get isPending(): boolean {
        return this.block?.state === 'pending';
    }

    /** Blocked, with nobody of ours who did it. */
    get isElsewhere(): boolean {
        return this.view.state === 'BLOCKED';
    }

    get isBlocked(): boolean {
        return this.block !== null || this.isElsewhere;
    }

    get bar(): string {
        return this.isPending || !this.isBlocked ? 'details details_pending' : 'details';
    }

    get effect(): Effect {
        if (this.isPending) {
            return PENDING;
        }
        // What the channel does not deliver cannot reach Salesforce, whatever the state does.
        if (this.view.platformBlock.status === 'blocked') {
            return KEPT_OUT;
        }
        if (!isKeptOut(this.view)) {
            return NOT_KEPT_OUT;
        }
        return mayChannelBlock(this.view) ? KEPT_OUT : KEPT_OUT_ONLY;
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

    handleSettle({ detail }: CustomEvent<PlatformBlockRequest>): void {
        this.dispatchEvent(new CustomEvent<PlatformBlockRequest>('settle', { detail }));
    }
}
