import { LightningElement, api } from 'lwc';
import type { DesignProperty, DesignValues } from '../../../../page/page-data.ts';
import type { FlowAttribute } from '../../../platform/flow-support.ts';
import { objectIn } from '../../../platform/addresses.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';

/** A component on a flow screen, as far as the flow knows it. */
type ScreenComponent = HTMLElement & { validate?(): { isValid: boolean; errorMessage?: string } };

/** A flow with one screen: the component on it, Next, and then what the flow has got from the component. */
export default class FlowPage extends LightningElement {
    @api recordId: string | null = null;
    properties: DesignProperty[] | null = null;
    isOver = false;
    trouble = '';

    private outputs: Record<string, unknown> = {};

    override async connectedCallback(): Promise<void> {
        this.properties = await sandboxApi.flowScreen(objectIn(location.pathname) ?? 'Lead');
    }

    get isOnScreen(): boolean {
        return this.properties !== null && !this.isOver;
    }

    /** What the flow hands in: the record, and what is set in Flow Builder; nothing is, so the defaults. */
    get inputs(): DesignValues {
        const inputs = (this.properties ?? []).filter(({ isOutput }) => !isOutput);
        const values = Object.fromEntries(inputs.map(({ name, initial }) => [name, initial]));
        return { ...values, recordId: this.recordId ?? '' };
    }

    get results(): object[] {
        const names = new Set([
            ...(this.properties ?? []).filter(({ isOutput }) => isOutput).map(({ name }) => name),
            ...Object.keys(this.outputs)
        ]);
        return [...names].map((name) => ({ name, value: String(this.outputs[name] ?? '') }));
    }

    get hasResults(): boolean {
        return this.results.length > 0;
    }

    handleAttribute({ detail }: CustomEvent<FlowAttribute>): void {
        this.outputs = { ...this.outputs, [detail.attributeName]: detail.newValue };
    }

    /** As the flow runtime: the screen is left only if the component finds itself valid. */
    handleNext(): void {
        const component = this.refs?.['component'] as ScreenComponent | undefined;
        const result = component?.validate?.() ?? { isValid: true };
        this.trouble = result.isValid ? '' : (result.errorMessage ?? 'The screen is not valid.');
        this.isOver = result.isValid;
    }

    handleRestart(): void {
        this.outputs = {};
        this.isOver = false;
    }
}
