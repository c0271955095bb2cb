import { LightningElement, api } from 'lwc';
import type { ComponentSettings, DesignValue } from '../../../../page/page-data.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';
import { WRONG_SETTINGS } from './wrong-settings.ts';

/** Stands for App Builder: what an admin sets of the component on the record page of an object. */
export default class AppBuilder extends LightningElement {
    @api
    get object(): string {
        return this.shownObject;
    }
    set object(value: string) {
        this.shownObject = value;
        void this.load();
    }

    settings: ComponentSettings = { properties: [], values: {} };
    result = '';

    private shownObject = '';

    get fields(): object[] {
        const { properties, values } = this.settings;
        return properties.map((property) => {
            const value = values[property.name] ?? '';
            return {
                ...property,
                value,
                isChoice: property.options !== null,
                isText: !property.isBoolean && property.options === null,
                choices: choicesOf(property.options ?? [], value)
            };
        });
    }

    handleText(event: Event): void {
        const { dataset, value } = event.target as HTMLInputElement;
        void this.change({ [dataset['name'] ?? '']: value });
    }

    handleCheck(event: Event): void {
        const { dataset, checked } = event.target as HTMLInputElement;
        void this.change({ [dataset['name'] ?? '']: checked });
    }

    /** As far as the component has these properties. */
    handleWrong(): void {
        const known = this.settings.properties.map(({ name }) => name);
        void this.change(Object.fromEntries(Object.entries(WRONG_SETTINGS).filter(([name]) => known.includes(name))));
    }

    handleInitial(): void {
        void this.change(Object.fromEntries(this.settings.properties.map(({ name, initial }) => [name, initial])));
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.handleClose();
    }

    private async load(): Promise<void> {
        const object = this.shownObject;
        const settings = await sandboxApi.settings(object);
        if (object === this.shownObject) this.settings = settings;
    }

    private async change(values: Record<string, DesignValue>): Promise<void> {
        try {
            this.settings = await sandboxApi.changeSettings(this.shownObject, values);
            this.result = 'Saved.';
        } catch (error) {
            this.result = error instanceof Error ? error.message : String(error);
        }
    }
}

/** What is set and not on the list is shown all the same. */
function choicesOf(options: readonly string[], value: DesignValue): object[] {
    const all = options.includes(String(value)) ? options : [String(value), ...options];
    return all.map((option) => ({ value: option, label: option || '(empty)', selected: option === value }));
}
