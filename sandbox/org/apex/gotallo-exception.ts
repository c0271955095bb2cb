import type { ApexTables } from './apex-source.ts';

/** As `GoTalloException` in Apex: a code, and what is known beside it. */
export class GoTalloException extends Error {
    override readonly name = 'GoTalloException';
    readonly code: string;
    readonly requestId: string | null;
    readonly retryAfterSeconds: number | null;
    readonly view: object | null;

    constructor(
        code: string,
        details: { requestId?: string | null; retryAfterSeconds?: number | null; view?: object | null } = {}
    ) {
        super(code);
        this.code = code;
        this.requestId = details.requestId ?? null;
        this.retryAfterSeconds = details.retryAfterSeconds ?? null;
        this.view = details.view ?? null;
    }

    /** The message of the `AuraHandledException` that a component catches. */
    forComponent({ messages, adminMessages }: Pick<ApexTables, 'messages' | 'adminMessages'>): string {
        const { code, requestId, retryAfterSeconds, view } = this;
        const [message, adminMessage] = [messages, adminMessages].map((words) => words.get(code) ?? null);
        return JSON.stringify({ code, message, adminMessage, requestId, retryAfterSeconds, view });
    }
}
