/** Events of a component on a Flow screen; no package declares this module. */
declare module 'lightning/flowSupport' {
    /** Tells the flow that an output has another value. Outside a flow nobody hears it. */
    export class FlowAttributeChangeEvent extends CustomEvent<{ attributeName: string; attributeValue: unknown }> {
        constructor(attributeName: string, attributeValue: unknown);
    }
}
