import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { blockQuestion, exactTime, format, reasonLabel } from 'c/conversationLabels';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { endComplaint, NOTE_MAX_LENGTH, noteComplaint } from './complaints';
import { decisionOf, startOf } from './decision';
import { durationOptions, endOf } from './durations';
import type { DurationChoice } from './durations';
import { expectationOf } from './expectation';
import type { Expectation } from './expectation';
import * as i18n from './labels';

export type { DurationChoice } from './durations';

/** Whether somebody is blocked, or an open block is changed. */
export type BlockMode = 'block' | 'change';

/** What the agent decided. It is a draft too: with it the form opens again as it was left. */
export interface BlockDecision {
    /** Null when none was chosen. */
    reason: string | null;
    /** Null when left empty. */
    note: string | null;
    /** ISO 8601, computed when the form was submitted; null: until somebody unblocks. */
    until: string | null;
    duration: DurationChoice;
}

/** What to start with. */
export type BlockDraft = Partial<BlockDecision>;

/** What the form needs of its fields. */
interface Field {
    focus(): void;
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
}

type FieldName = 'reason' | 'until' | 'note';
type Change = CustomEvent<{ value: string | null }>;

const NOTHING: BlockDecision = { reason: null, note: null, until: null, duration: 'none' };

/**
 * Says what a block does here, and asks why and for how long. It makes no call, and forgets all when it leaves the page.
 * @fires submit with a BlockDecision
 * @fires cancel
 */
export default class ConversationBlockForm extends LightningElement {
    /** The view that the agent looks at; it tells what to expect. */
    @api view!: ConversationView;
    @api settings: Settings = DEFAULT_SETTINGS;
    /** What to start with; read once, when the form comes on the page. */
    @api draft: BlockDraft | null = null;
    @api mode: BlockMode = 'block';
    /** Where something around it, such as a dialog, asks the question already. */
    @api hideHeading = false;

    readonly labels = {
        blockFor: i18n.blockFor,
        cancel: i18n.cancel,
        end: i18n.end,
        endInPast: i18n.endInPast,
        endMissing: i18n.endMissing,
        note: i18n.note,
        reason: i18n.reason,
        reasonMissing: i18n.reasonMissing,
        reasonPlaceholder: i18n.reasonPlaceholder
    };

    private typed = NOTHING;
    private start = NOTHING;
    private openedAt = '';

    override connectedCallback(): void {
        this.start = startOf(this.mode, this.settings, this.view.block, this.draft);
        this.typed = this.start;
        this.openedAt = new Date(Date.now()).toISOString();
    }

    /** Puts focus on the first field. */
    @api
    focus(): void {
        this.field('reason')?.focus();
    }

    get question(): string {
        return blockQuestion(this.view, this.mode);
    }

    get hasHeading(): boolean {
        return !this.hideHeading;
    }

    get isChange(): boolean {
        return this.mode === 'change';
    }

    get expectation(): Expectation {
        return expectationOf(this.view, Date.now());
    }

    /** When the open block ends, and what another end does. */
    get presentEnd(): string {
        const until = this.view.block?.until;
        return until ? format(i18n.nowUntil, exactTime(until, Date.now())) : i18n.nowUntilUnblocked;
    }

    get reasonOptions(): { label: string; value: string }[] {
        const { reasons, requireReason } = this.settings;
        const chosen = this.start.reason;
        const values = chosen && !reasons.includes(chosen) ? [...reasons, chosen] : reasons;
        const options = values.map((value) => ({ label: reasonLabel(value), value }));
        return requireReason ? options : [{ label: i18n.noReason, value: '' }, ...options];
    }

    get durationOptions(): { label: string; value: string }[] {
        return durationOptions(this.settings.durations, this.start.duration);
    }

    get isCustom(): boolean {
        return this.typed.duration === 'custom';
    }

    /** When a block of the chosen length ends, if it begins now. */
    get ends(): string | null {
        const now = Date.now();
        const end = endOf(this.typed.duration, now);
        return end && format(i18n.ends, exactTime(end, now));
    }

    /** Null while there are too many: then the field says so. */
    get noteLeft(): string | null {
        const { note } = this.typed;
        return noteComplaint(note) ? null : format(i18n.noteLeft, NOTE_MAX_LENGTH - (note?.trim().length ?? 0));
    }

    get submitButton(): { label: string; variant: string } {
        return this.isChange ? { label: i18n.save, variant: 'brand' } : { label: i18n.block, variant: 'destructive' };
    }

    handleReasonChange({ detail }: Change): void {
        this.typed = { ...this.typed, reason: detail.value };
    }

    handleDurationChange({ detail }: CustomEvent<{ value: DurationChoice }>): void {
        this.typed = { ...this.typed, duration: detail.value };
    }

    handleUntilChange({ detail }: Change): void {
        this.typed = { ...this.typed, until: detail.value || null };
        this.field('until')?.setCustomValidity('');
    }

    /** Says at once when something too long is pasted, and that it no longer is. */
    handleNoteChange({ detail }: Change): void {
        const before = noteComplaint(this.typed.note);
        this.typed = { ...this.typed, note: detail.value };
        if (noteComplaint(detail.value) !== before) {
            this.complain('note', noteComplaint(detail.value));
        }
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleSubmit(): void {
        const now = Date.now();
        const wrong = (
            [
                ['reason', ''],
                ['until', endComplaint(this.typed.until, now)],
                ['note', noteComplaint(this.typed.note)]
            ] as const
        ).filter(([name, complaint]) => !this.complain(name, complaint));
        if (wrong[0]) {
            this.field(wrong[0][0])?.focus();
        } else {
            const detail = decisionOf(this.typed, this.view.block, now);
            this.dispatchEvent(new CustomEvent<BlockDecision>('submit', { detail }));
        }
    }

    /** @returns whether the field, if it is there, is in order */
    private complain(name: FieldName, complaint: string): boolean {
        const field = this.field(name);
        field?.setCustomValidity(complaint);
        return field?.reportValidity() ?? true;
    }

    private field(name: FieldName): Field | undefined {
        return this.refs?.[name] as unknown as Field | undefined;
    }
}
