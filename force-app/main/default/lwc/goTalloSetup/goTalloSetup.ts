import getSetup from '@salesforce/apex/GoTalloSetupController.getSetup';
import type { SetupView } from '#contract';
import { reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { ClockedElement, format, momentOf } from 'c/conversationLabels';
import { causeOf } from './causes';
import type { Cause } from './causes';
import { copyText } from './copyText';
import * as i18n from './labels';
import { readSetup } from './readSetup';
import { rowOf } from './row';
import type { Row } from './row';
import { supportText, supportTextOfError } from './supportText';

/** Enough to find the request in the proxy's log. */
const SHORT_ID_LENGTH = 8;

/** The page that checks the set-up: what works, what does not, and what to do about it. Problems first. */
export default class GoTalloSetup extends ClockedElement {
    readonly i18n = {
        checkAgain: i18n.checkAgain,
        copy: i18n.copy,
        copyByHand: i18n.copyByHand,
        copyLetter: i18n.copyLetter,
        copyText: i18n.copyText,
        error: i18n.error,
        letter: i18n.letter,
        open: i18n.open,
        title: i18n.title,
        whatToDo: i18n.whatToDo
    };
    isChecking = false;
    error: ConversationError | null = null;
    /** What the browser did not let us copy. */
    uncopied: string | null = null;
    private view: SetupView | null = null;
    private isCopied = false;
    private selectsText = false;

    override connectedCallback(): void {
        super.connectedCallback();
        void this.check();
    }

    override renderedCallback(): void {
        const field = this.refs?.['text'] as HTMLTextAreaElement | undefined;
        if (this.selectsText && field) {
            this.selectsText = false;
            field.value = this.uncopied ?? '';
            field.focus();
            field.select();
        }
    }

    get rows(): Row[] {
        return (this.view?.checks ?? []).map((check) => rowOf(check, this.now));
    }

    /** Heard by screen readers. */
    get status(): string {
        if (this.isChecking) {
            return i18n.checking;
        }
        return this.isCopied ? i18n.copied : this.summary;
    }

    get checkedAt(): string | null {
        return this.view && format(i18n.checked, momentOf(this.view.checkedAt, this.now));
    }

    get cause(): Cause | null {
        return this.error && causeOf(this.error.code);
    }

    get request(): string | null {
        const id = this.error?.requestId;
        return id ? format(i18n.request, id.slice(0, SHORT_ID_LENGTH)) : null;
    }

    get cannotCopy(): boolean {
        return !this.view && !this.error;
    }

    handleCheck(): void {
        void this.check();
    }

    handleCopy(): void {
        if (this.error) {
            void this.copy(supportTextOfError(this.error, new Date().toISOString()));
        } else if (this.view) {
            void this.copy(supportText(this.view));
        }
    }

    handleCopyLetter(event: Event): void {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        void this.copy(this.rows.find((row) => row.name === name)?.letter ?? '');
    }

    private get summary(): string {
        if (!this.view) {
            return '';
        }
        const count = this.view.checks.filter(({ status }) => status !== 'ok').length;
        return count === 0 ? i18n.allWell : format(i18n.problems, count);
    }

    private async check(): Promise<void> {
        if (this.isChecking) {
            return;
        }
        this.isChecking = true;
        this.isCopied = false;
        this.uncopied = null;
        try {
            this.view = readSetup(await getSetup());
            this.error = null;
        } catch (thrown) {
            this.view = null;
            this.error = reduceErrors(thrown, true);
        }
        this.isChecking = false;
    }

    private async copy(text: string): Promise<void> {
        this.isCopied = await copyText(text);
        this.uncopied = this.isCopied ? null : text;
        this.selectsText = !this.isCopied;
    }
}
