import { LightningElement, api } from 'lwc';
import { addressOf, pathWith } from '../../../platform/addresses.ts';
import { componentWidth, setComponentWidth, WIDTHS, type Width } from '../../../platform/component-width.ts';
import { addressOfPlace, type Place } from '../../../platform/places.ts';
import { onSandboxChange } from '../../../platform/sandbox-api.ts';
import { session } from '../../../platform/session.ts';
import { MOVES, PLACES, WIDTH_LABELS } from './choices.ts';

const RIGHT_TO_LEFT = 'rtl';

/** How one looks at the component: where, how wide, in which language, and at what time. */
export default class SandboxView extends LightningElement {
    @api recordId: string | null = null;
    @api objectName: string | null = null;
    @api place: Place = 'record';

    readonly moves = MOVES;
    now = new Date().toISOString();
    width: Width = componentWidth();

    private stopListening: (() => void) | undefined;
    private timer: ReturnType<typeof setInterval> | undefined;

    override connectedCallback(): void {
        const tick = (): void => {
            this.now = new Date().toISOString();
        };
        this.stopListening = onSandboxChange(tick);
        this.timer = setInterval(tick, 1000);
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
        clearInterval(this.timer);
    }

    get places(): object[] {
        return PLACES.map((place) => ({ ...place, selected: place.value === this.shownPlace }));
    }

    get widths(): object[] {
        return WIDTHS.map((value) => ({ value, label: WIDTH_LABELS[value], selected: value === this.width }));
    }

    get isRecordPage(): boolean {
        return this.shownPlace === 'record';
    }

    get languages(): object[] {
        const { dir, language } = session.locale;
        const languages = session.languages.map(({ code, name }) => ({
            value: code,
            label: name,
            selected: dir === 'ltr' && code === language
        }));
        return [...languages, { value: RIGHT_TO_LEFT, label: 'Right to left', selected: dir === 'rtl' }];
    }

    handlePlace(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        location.assign(this.addressOf(value as Place | 'phone'));
    }

    handleWidth(event: Event): void {
        setComponentWidth((event.target as HTMLSelectElement).value as Width);
        this.width = componentWidth();
    }

    /** Loads the page anew, as a change of a user's settings would. */
    handleLanguage(event: Event): void {
        const { value } = event.target as HTMLSelectElement;
        const changes = value === RIGHT_TO_LEFT ? { lang: null, dir: 'rtl' } : { lang: value, dir: null };
        location.assign(pathWith(location.pathname, changes));
    }

    handleMove(event: Event): void {
        const { label, milliseconds } = (event.currentTarget as HTMLElement).dataset;
        const detail = { label, milliseconds: Number(milliseconds) };
        this.dispatchEvent(new CustomEvent('movetime', { detail }));
    }

    handleBuild(): void {
        this.dispatchEvent(new CustomEvent('build'));
    }

    private get shownPlace(): Place | 'phone' {
        return session.formFactor === 'Small' ? 'phone' : this.place;
    }

    /** Another place of the same record. */
    private addressOf(place: Place | 'phone'): string {
        if (place !== 'record' && place !== 'phone') return addressOfPlace(place, this.recordId);
        const { recordId, objectName: object } = this;
        const path = addressOf(recordId && object ? { recordId, object } : null);
        return pathWith(path, { recordId: null, formFactor: place === 'phone' ? 'Small' : null });
    }
}
