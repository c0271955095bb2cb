import { LightningElement, api } from 'lwc';
import type LightningButton from 'lightning/button';
import { NavigationMixin } from 'lightning/navigation';
import type { ConversationError } from 'c/conversationErrors';
import { fire, format, inSeconds } from 'c/conversationLabels';
import * as i18n from './labels';

/** Enough to find the request in the proxy's log. */
const SHORT_ID_LENGTH = 8;
const SECOND_MS = 1_000;

/**
 * An error in plain words, with the way on. The time to wait counts down without a word to screen readers, to which it
 * was said once; nobody has to wait for it.
 * @fires retry when the agent wants to repeat what failed
 */
export default class ConversationErrorPanel extends NavigationMixin(LightningElement) {
    /** Whether a call is under way; Retry is dead then. */
    @api busy = false;

    readonly checkSetup = i18n.checkSetup;
    private shown!: ConversationError;
    private secondsLeft = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** The error to draw. */
    @api
    get error(): ConversationError {
        return this.shown;
    }
    set error(value: ConversationError) {
        this.shown = value;
        this.countDown(Date.now() + SECOND_MS * (value.retryAfterSeconds ?? 0));
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

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

    get waitingTime(): string {
        return this.secondsLeft > 0 ? inSeconds(this.secondsLeft) : '';
    }

    get request(): string | null {
        const id = this.error.requestId;
        return id ? format(i18n.request, id.slice(0, SHORT_ID_LENGTH)) : null;
    }

    handleRetry(): void {
        fire(this, 'retry');
    }

    handleSetup(): void {
        const attributes = { apiName: 'GoTallo_Setup' };
        this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes });
    }

    private countDown(endsAt: number): void {
        clearTimeout(this.timer);
        this.secondsLeft = Math.ceil((endsAt - Date.now()) / SECOND_MS);
        if (this.secondsLeft > 0) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component
            this.timer = setTimeout(() => this.countDown(endsAt), SECOND_MS);
        }
    }
}
