import { networkCode, salesforceErrorCode } from './salesforce-failure.ts';

/** What an event could not be published for: no token was given, or the org did not take the event. */
export type EventStep = 'token' | 'event';

/** The org took no event. Holds a code alone: messages and bodies are other people's text. */
export class EventFailure extends Error {
    override readonly name = 'EventFailure';
    readonly step: EventStep;
    /** Salesforce's own, such as `invalid_client` or `INVALID_TYPE`, or that of the network. */
    readonly code: string;

    constructor(step: EventStep, code: string) {
        super(`Salesforce: ${code}`);
        this.step = step;
        this.code = code;
    }
}

/** The failure that an error of a call amounts to. */
export function eventFailure(step: EventStep, error: unknown): EventFailure {
    if (error instanceof EventFailure) return error;
    return new EventFailure(step, salesforceErrorCode(error) ?? networkCode(error));
}
