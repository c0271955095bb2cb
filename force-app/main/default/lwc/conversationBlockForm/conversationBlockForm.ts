import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { fire, keyAsks } from 'c/conversationLabels';
import { DEFAULT_SETTINGS, endOf, needsNote } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { formButtons } from './buttons';
import type { FormButtons } from './buttons';
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
import { saidOf, WORDS } from './words';

export { formButtons } from './buttons';
export type { BlockDecision, BlockDraft, BlockMode, FormNews } from './decision';

/**
 * Says what a block does here, and asks why and for how long. It makes no call, and forgets all when it leaves the page.
 * @fires typed with the BlockDraft so far, on every change
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
    /** Whether a dialog around it asks the question already, and draws the buttons. */
    @api inDialog = false;
    /** Whether nothing can be submitted, as while the card is at work. */
    @api busy = false;

    readonly labels = WORDS;

    private changes: BlockDraft = {};
    private typed!: BlockDecision;
    private start!: BlockDecision;

    override connectedCallback(): void {
        const block = this.isChange ? this.view.block : null;
        const { reason = null, note = null, until = null } = block ?? {};
        const duration = block ? 'same' : this.settings.presetDuration;
        this.changes = { ...this.draft };
        this.start = { reason, note, until, duration, ...this.changes };
        this.typed = withSuggestion(this.start, this.changes);
    }

    /** Puts focus on the heading; on the first field where there is none. A field complains when focus leaves it empty. */
    @api
    focus(): void {
        const heading = this.refs?.['heading'] as HTMLElement | undefined;
        (heading ?? this.field('reason'))?.focus();
    }

    /** Does what the Block button does, or says what is wrong. */
    @api
    submit(): void {
        const [wrong] = FIELDS.filter((name) => !this.isInOrder(name));
        if (wrong) {
            this.field(wrong)?.focus();
        } else if (!this.busy) {
            fire<BlockDecision>(this, 'submit', this.decision);
        }
    }

    get said(): ReturnType<typeof saidOf> {
        return saidOf(this.view, this.mode, this.typed, Date.now());
    }

    get isAlone(): boolean {
        return !this.inDialog;
    }

    get isChange(): boolean {
        return this.mode === 'change';
    }

    /** Whether each reason is a button that blocks at once: in a dialog, the menu has offered that already. */
    get isQuick(): boolean {
        return this.isAlone && !this.isChange;
    }

    get quickReasons(): Option[] {
        return reasonsOf(this.settings, null, i18n.block);
    }

    get expectation(): Expectation {
        return expectationOf(this.view, Date.now());
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

    get needsNote(): boolean {
        return needsNote(this.settings, this.typed.reason);
    }

    get buttons(): FormButtons {
        return formButtons(this.mode);
    }

    /** Says at once what is wrong, such as when something too long is pasted, and that it no longer is. */
    handleChange({ currentTarget, detail }: CustomEvent<{ value: string | null }>): void {
        const { name } = currentTarget as unknown as { name: keyof BlockDecision };
        this.enter({ [name]: detail.value });
        if (name !== 'duration') {
            this.isInOrder(name);
        }
        if (name === 'reason' && !this.needsNote) {
            whenDrawn(() => this.isInOrder('note'));
        }
    }

    /** The second click of a double one was meant for the button that opened the form. */
    handleQuick({ currentTarget, detail }: MouseEvent): void {
        if (detail > 1) {
            return;
        }
        const { reason = null } = (currentTarget as HTMLElement).dataset;
        const { presetDuration } = this.settings;
        this.enter({ reason, duration: presetDuration });
        whenDrawn(() => (presetDuration === 'custom' ? this.field('until')?.focus() : this.submit()));
    }

    handleCancel(): void {
        fire(this, 'cancel');
    }

    /** A dialog around it has an Escape of its own; an open list or calendar keeps its Escape. */
    handleKeyDown(event: KeyboardEvent): void {
        const asks = keyAsks(event);
        if (asks === 'confirm') {
            event.stopPropagation();
            this.submit();
        } else if (asks && this.isAlone) {
            event.stopPropagation();
            this.handleCancel();
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

    private enter(changes: BlockDraft): void {
        this.changes = { ...this.changes, ...changes };
        this.typed = withSuggestion({ ...this.typed, ...changes }, this.changes);
        fire<BlockDraft>(this, 'typed', this.changes);
    }

    /** Whether the field, if it is there, is in order; it says so itself where it is not. */
    private isInOrder(name: FieldName): boolean {
        const field = this.field(name);
        field?.setCustomValidity(COMPLAINTS[name](this.typed, this.settings));
        return field?.reportValidity() ?? true;
    }

    private field(name: FieldName): Field | undefined {
        return this.refs?.[name] as unknown as Field | undefined;
    }
}

/** A field has what it is given when it is drawn again. */
function whenDrawn(act: () => void): void {
    void Promise.resolve().then(act);
}
