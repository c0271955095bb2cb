import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { blockEffect, blockQuestion, exactTime, format } from 'c/conversationLabels';
import { asksMore, DEFAULT_SETTINGS, endOf } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { NOTE_MAX_LENGTH, noteComplaint } from './complaints';
import type { BlockDecision, BlockDraft, BlockMode } from './decision';
import { durationLabel } from './durations';
import type { DurationChoice } from './durations';
import { expectationOf } from './expectation';
import type { Expectation } from './expectation';
import { COMPLAINTS, FIELDS } from './fields';
import type { Field, FieldName } from './fields';
import * as i18n from './labels';
import { withSuggestion } from './suggestion';
import { optionsOf, reasonsOf } from './options';
import type { Option } from './options';
import { WORDS } from './words';

export type { BlockDecision, BlockDraft, BlockMode } from './decision';

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
    /** Whether the card is at work, so that nothing can be submitted. */
    @api busy = false;

    readonly labels = WORDS;

    private typed!: BlockDecision;
    private start!: BlockDecision;

    override connectedCallback(): void {
        const block = this.isChange ? this.view.block : null;
        const { reason = null, note = null, until = null } = block ?? {};
        const duration = block ? 'same' : this.settings.presetDuration;
        const start: BlockDecision = { reason, note, until, duration, ...this.draft };
        this.typed = this.start = this.draft ? start : withSuggestion(start);
    }

    /** Puts focus on the heading; on the first field where there is none. A field complains when focus leaves it empty. */
    @api
    focus(): void {
        const heading = this.refs?.['heading'] as HTMLElement | undefined;
        (heading ?? this.field('reason'))?.focus();
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

    /** Whether each reason is a button that blocks at once: in a dialog, the menu has offered that already. */
    get isQuick(): boolean {
        return this.hasHeading && !this.isChange;
    }

    get effect(): string {
        return blockEffect(this.view, Date.now());
    }

    get quickReasons(): Option[] {
        return reasonsOf(this.settings, null, i18n.block);
    }

    get expectation(): Expectation {
        return expectationOf(this.view, Date.now());
    }

    /** When the open block ends, and what another end does. */
    get presentEnd(): string {
        const until = this.view.block?.until;
        return until ? format(i18n.nowUntil, exactTime(until, Date.now())) : i18n.nowUntilUnblocked;
    }

    get reasonOptions(): Option[] {
        return reasonsOf(this.settings, this.start.reason, i18n.noReason);
    }

    get durationOptions(): Option[] {
        return optionsOf<DurationChoice>(this.settings.durations, this.start.duration, durationLabel);
    }

    get isCustom(): boolean {
        return this.typed.duration === 'custom';
    }

    /** When a block of the chosen length ends, if it begins now. */
    get ends(): string | null {
        const end = endOf(this.typed.duration, Date.now());
        return end && format(i18n.ends, exactTime(end, Date.now()));
    }

    /** Null while there are too many: then the field says so. */
    get noteLeft(): string | null {
        const { note } = this.typed;
        return noteComplaint(note) ? null : format(i18n.noteLeft, NOTE_MAX_LENGTH - (note?.trim().length ?? 0));
    }

    get submitButton(): { label: string; variant: string } {
        return this.isChange ? { label: i18n.save, variant: 'brand' } : { label: i18n.block, variant: 'destructive' };
    }

    /** Says at once what is wrong, such as when something too long is pasted, and that it no longer is. */
    handleChange({ currentTarget, detail }: CustomEvent<{ value: string | null }>): void {
        const { name } = currentTarget as unknown as { name: keyof BlockDecision };
        this.typed = { ...this.typed, [name]: detail.value };
        if (name === 'duration') {
            this.typed = withSuggestion(this.typed);
        } else {
            this.isInOrder(name);
        }
    }

    /** The second click of a double one was meant for the button that opened the form. */
    handleQuick({ currentTarget, detail }: MouseEvent): void {
        if (detail > 1) {
            return;
        }
        const { reason = null } = (currentTarget as HTMLElement).dataset;
        this.typed = { ...this.typed, reason, duration: this.settings.presetDuration };
        if (asksMore(this.settings, null)) {
            this.field('reason')?.focus();
        } else {
            // The field has the reason when it is drawn again.
            void Promise.resolve().then(() => this.handleSubmit());
        }
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    /** Ctrl+Enter confirms. A dialog around it has an Escape of its own; an open list or calendar keeps its Escape, and so do composed letters. */
    handleKeyDown(event: KeyboardEvent): void {
        if (event.isComposing) {
            return;
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.stopPropagation();
            this.handleSubmit();
        } else if (event.key === 'Escape' && this.hasHeading) {
            event.stopPropagation();
            this.handleCancel();
        }
    }

    handleSubmit(): void {
        const [wrong] = FIELDS.filter((name) => !this.isInOrder(name));
        if (wrong) {
            this.field(wrong)?.focus();
        } else {
            this.dispatchEvent(new CustomEvent<BlockDecision>('submit', { detail: this.decision }));
        }
    }

    /** What the agent decided, with nothing left to compute: lengths count from now. */
    private get decision(): BlockDecision {
        const { reason, note, until, duration } = this.typed;
        const ends: Partial<Record<DurationChoice, string | null | undefined>> = {
            custom: until,
            same: this.view.block?.until
        };
        return {
            reason: reason || null,
            note: note?.trim() || null,
            until: ends[duration] ?? endOf(duration, Date.now()),
            duration
        };
    }

    /** Whether the field, if it is there, is in order; it says so itself where it is not. */
    private isInOrder(name: FieldName): boolean {
        const field = this.field(name);
        field?.setCustomValidity(COMPLAINTS[name](this.typed[name]));
        return field?.reportValidity() ?? true;
    }

    private field(name: FieldName): Field | undefined {
        return this.refs?.[name] as unknown as Field | undefined;
    }
}
