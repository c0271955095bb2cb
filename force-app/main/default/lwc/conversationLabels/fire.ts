import type { LightningElement } from 'lwc';

/** Fires an event of a component, to whoever placed it. */
export function fire<Detail>(component: LightningElement, name: string, detail?: Detail): void {
    component.dispatchEvent(new CustomEvent<Detail | undefined>(name, { detail }));
}
