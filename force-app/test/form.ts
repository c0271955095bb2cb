import { find, flushPromises, get } from './dom';

/** A field of the form. */
export interface FieldElement extends HTMLElement {
    label: string;
    options: { label: string; value: string }[];
    reportValidity: () => boolean;
    required: boolean;
    value: string | null;
}

const SELECTORS = {
    reason: 'lightning-combobox:not(.duration)',
    duration: '.duration',
    until: 'lightning-input',
    note: 'lightning-textarea'
};

export type FieldName = keyof typeof SELECTORS;

/** @returns the field; null when the form does not show it */
export function fieldOf(form: HTMLElement, name: FieldName): FieldElement | null {
    return find<FieldElement>(form, SELECTORS[name]);
}

/** Fills a field of the form as an agent does. */
export async function enter(form: HTMLElement, name: FieldName, value: string | null): Promise<void> {
    const field = get<FieldElement>(form, SELECTORS[name]);
    field.value = value;
    field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await flushPromises();
}

/** Clicks Block or Save. */
export async function submit(form: HTMLElement, times = 1): Promise<void> {
    for (let clicks = 0; clicks < times; clicks += 1) {
        buttonOf(form, '.confirm').click();
    }
    await flushPromises();
}

/** Clicks Cancel. */
export async function cancelForm(form: HTMLElement): Promise<void> {
    buttonOf(form, '.buttons lightning-button, lightning-modal-footer lightning-button').click();
    await flushPromises();
}

/** A button of the form, or of the dialog around it. */
export function buttonOf(form: HTMLElement, selector: string): HTMLElement {
    return find(form, selector) ?? get((form.getRootNode() as ShadowRoot).host as HTMLElement, selector);
}
