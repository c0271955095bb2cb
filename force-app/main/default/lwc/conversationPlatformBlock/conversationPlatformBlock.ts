import { LightningElement, api } from 'lwc';
import type { ConversationView, PlatformBlockRequest } from '#contract';
import { channelName, format } from 'c/conversationLabels';
import * as i18n from './labels';
import { sentencesOf } from './reason';
import { standingOf } from './standing';
import type { Standing } from './standing';

/**
 * What is known of the channel's own block, and the question to a supervisor where it is not known. The proxy's
 * own words are drawn as text.
 * @fires settle when the supervisor has looked at the channel itself; `detail` is a PlatformBlockRequest
 */
export default class ConversationPlatformBlock extends LightningElement {
    /** The view to draw. */
    @api view!: ConversationView;
    /** What is under way in the card, by kind of task; the answers are dead then. */
    @api busy: string | null = null;
    /** Whether to leave out what it means, and why. */
    @api compact = false;

    readonly saysBlocked = i18n.saysBlocked;
    readonly saysNotBlocked = i18n.saysNotBlocked;

    get standing(): Standing | null {
        return standingOf(this.view);
    }

    get heading(): string {
        return format(this.standing?.title ?? '', channelName(this.view));
    }

    get sentences(): string[] {
        return this.explains ? sentencesOf(this.view) : [];
    }

    get explains(): boolean {
        return !this.compact;
    }

    get blockClass(): string {
        return this.compact ? 'slds-media slds-m-top_xx-small' : 'slds-media slds-m-top_small';
    }

    get canSettle(): boolean {
        return this.view.actions.includes('settlePlatformBlock');
    }

    get isBusy(): boolean {
        return this.busy !== null;
    }

    get question(): string {
        return format(i18n.settle, channelName(this.view));
    }

    get hint(): string {
        return this.busy === 'settle' ? i18n.settling : format(i18n.settleLine, channelName(this.view));
    }

    handleAnswer(event: Event): void {
        const { status } = (event.currentTarget as HTMLElement).dataset as unknown as PlatformBlockRequest;
        this.dispatchEvent(new CustomEvent<PlatformBlockRequest>('settle', { detail: { status } }));
    }
}
