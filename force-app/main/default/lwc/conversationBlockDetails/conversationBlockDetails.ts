import { api } from 'lwc';
import type { ConversationView, NativeBlockRequest } from '#contract';
import {
    canResolve,
    channelName,
    ClockedElement,
    exactTime,
    factsOf,
    fire,
    format,
    hasBlock,
    isBlocked,
    isInDoubt,
    standingOf
} from 'c/conversationLabels';
import type { Fact } from 'c/conversationLabels';
import { channelEffect } from './channel';
import * as i18n from './labels';
import { salesforceEffect } from './salesforce';
import { QUESTION } from './effect';
import type { Effect } from './effect';

/** What a supervisor can say that the channel shows. */
interface Answer {
    status: NativeBlockRequest['status'];
    label: string;
}

/**
 * Who blocked, when, until when, why, and what of it holds: on the channel, and in Salesforce. Asks a supervisor where it
 * is not known what the channel does. Names, reasons and notes are drawn as text. What depends on the time follows the
 * clock, and says so to nobody: a countdown must not speak.
 * @fires resolve when the supervisor has looked at the channel itself; `detail` is a NativeBlockRequest
 */
export default class ConversationBlockDetails extends ClockedElement {
    /** A view with a block of ours, in state BLOCKED, of somebody whom the channel may block, or with an answer to correct. */
    @api view!: ConversationView;
    /** What is under way in the card, or asked there, by kind of task; the answers are dead then. */
    @api busy: string | null = null;
    /** Whether to draw no more than a line of each: without the note, and without what things mean. */
    @api compact = false;
    /** Whether the card says elsewhere that the last change is in doubt; only what a supervisor can answer is told then. */
    @api doubtTold = false;

    private pressed: string | undefined;

    readonly elsewhere = i18n.elsewhere;
    readonly answers: readonly Answer[] = [
        { status: 'blocked', label: i18n.saysBlocked },
        { status: 'not-blocked', label: i18n.saysNotBlocked }
    ];

    override get moment(): string | null | undefined {
        return this.view.block?.until ?? this.view.block?.since;
    }

    get facts(): Fact[] {
        return factsOf(this.view, this.now);
    }

    /** All but the note, for little room; empty where there is more. */
    get line(): string {
        return this.compact ? this.facts.flatMap(({ short }) => short ?? []).join(' · ') : '';
    }

    /** When the block was set. */
    get exact(): string {
        return exactTime(this.view.block?.since ?? '', this.now);
    }

    /** Blocked, with nobody of ours who did it. */
    get isElsewhere(): boolean {
        return !this.view.block && isBlocked(this.view);
    }

    get bar(): string {
        if (!hasBlock(this.view) && !this.effects.length) {
            return '';
        }
        return standingOf(this.view) === 'BLOCKED' ? 'details' : 'details details_pending';
    }

    get effects(): Effect[] {
        return [channelEffect(this.view), salesforceEffect(this.view)]
            .filter((effect) => effect !== null)
            .filter(({ icon }) => !this.doubtTold || this.isAsked || icon !== QUESTION.icon)
            .map((effect) => (this.compact ? { ...effect, lines: [], hint: effect.lines.join(' ') } : effect));
    }

    get effectClass(): string {
        return this.compact ? 'slds-media slds-m-bottom_xx-small' : 'slds-media slds-m-bottom_x-small';
    }

    /** Whether to ask what the channel shows. */
    get isAsked(): boolean {
        return canResolve(this.view) && isInDoubt(this.view);
    }

    /** The other answer, where one is known; null where none can be given. */
    get correction(): Answer | null {
        if (!canResolve(this.view) || this.isAsked) {
            return null;
        }
        const blocks = this.view.nativeBlock.status === 'blocked';
        const answer = format(blocks ? i18n.channelLetsWrite : i18n.channelBlocks, channelName(this.view));
        return { status: blocks ? 'not-blocked' : 'blocked', label: format(i18n.correct, answer) };
    }

    /** Puts focus back on the answer that was pressed. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>(`[data-status="${this.pressed}"]`)?.focus();
    }

    get isBusy(): boolean {
        return this.busy !== null;
    }

    get question(): string {
        return format(i18n.resolve, channelName(this.view));
    }

    get hint(): string {
        return this.busy === 'resolve' ? i18n.resolving : format(i18n.resolveLine, channelName(this.view));
    }

    handleAnswer({ currentTarget }: Event): void {
        const { status } = (currentTarget as HTMLElement).dataset as unknown as NativeBlockRequest;
        this.pressed = status;
        fire<NativeBlockRequest>(this, 'resolve', { status });
    }
}
