import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import { waitingTime } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { format } from 'c/conversationLabels';
import * as i18n from './labels';

/** Enough to find the request in the proxy's log. */
const SHORT_ID_LENGTH = 8;

/**
 * An error in plain words, with the way on.
 * @fires retry when the agent wants to repeat what failed
 */
export default class ConversationErrorPanel extends LightningElement {
    /** The error to draw. */
    @api error!: ConversationError;
    /** Whether a call is under way; Retry is dead then. */
    @api busy = false;

    /** Moves focus to Retry. */
    @api
    focus(): void {
        (this.refs?.['retry'] as LightningButton | undefined)?.focus();
    }

    get retryLabel(): string {
        return this.busy ? i18n.tryingAgain : i18n.tryAgain;
    }

    /** A record without a conversation is a fact, not a fault. */
    get icon(): string {
        return this.error.code === 'no-conversation-id' ? 'utility:info' : 'utility:warning';
    }

    get waitingTime(): string | null {
        return waitingTime(this.error);
    }

    get request(): string | null {
        const id = this.error.requestId;
        return id ? format(i18n.request, id.slice(0, SHORT_ID_LENGTH)) : null;
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
