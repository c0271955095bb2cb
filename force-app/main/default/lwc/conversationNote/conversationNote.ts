import { LightningElement, api } from 'lwc';
import * as i18n from './labels';

/** What somebody wrote, as text: four lines of it, and the rest where it is asked for. */
export default class ConversationNote extends LightningElement {
    @api text = '';

    /** Whether there is more than four lines, in the width of now. */
    isCut = false;
    isOpen = false;
    private observer: ResizeObserver | undefined;

    /** The column may become narrower, or be shown only later; what is cut must never be out of reach. */
    override renderedCallback(): void {
        const text = this.template?.querySelector('p');
        if (text && !this.observer) {
            this.observer = new ResizeObserver(() => this.measure());
            this.observer.observe(text);
        }
        this.measure();
    }

    override disconnectedCallback(): void {
        this.observer?.disconnect();
        this.observer = undefined;
    }

    get css(): string {
        return this.isOpen ? 'text' : 'text text_cut';
    }

    get label(): string {
        return this.isOpen ? i18n.showLess : i18n.showMore;
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    private measure(): void {
        const { scrollHeight = 0, clientHeight = 0 } = this.template?.querySelector('p') ?? {};
        this.isCut = this.isOpen || scrollHeight > clientHeight;
    }
}
