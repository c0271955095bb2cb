/** As `lightning/flowSupport`: what a component tells the flow whose screen it is on. */

export const ATTRIBUTE_CHANGE = 'lightning__flowattributechange';
export const NEXT = 'lightning__flownavigationnext';

const BUBBLING = { bubbles: true, composed: true };

/** An output value. */
export interface FlowAttribute {
    attributeName: string;
    newValue: unknown;
}

export class FlowAttributeChangeEvent extends CustomEvent<FlowAttribute> {
    constructor(attributeName: string, newValue: unknown) {
        super(ATTRIBUTE_CHANGE, { ...BUBBLING, detail: { attributeName, newValue } });
    }
}

export class FlowNavigationNextEvent extends CustomEvent<void> {
    constructor() {
        super(NEXT, BUBBLING);
    }
}

export class FlowNavigationBackEvent extends CustomEvent<void> {
    constructor() {
        super('lightning__flownavigationback', BUBBLING);
    }
}

export class FlowNavigationPauseEvent extends CustomEvent<void> {
    constructor() {
        super('lightning__flownavigationpause', BUBBLING);
    }
}

export class FlowNavigationFinishEvent extends CustomEvent<void> {
    constructor() {
        super('lightning__flownavigationfinish', BUBBLING);
    }
}
