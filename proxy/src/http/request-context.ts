import type { ServerResponse } from 'node:http';
import type { Authenticated } from './callers.ts';
import type { LogFields } from './log-fields.ts';
import type { Tenant } from './tenant.ts';

const CONTEXT = Symbol('the context of a request');

/** What is known of one request. It is kept at its response, and so for no longer than that. */
export interface RequestContext extends LogFields {
    readonly requestId: string;
    /** When it came, in ms. */
    readonly cameAt: number;
    /** Whether its line was logged. */
    isLogged: boolean;
    /** Who is calling, once they were let pass. */
    authenticated?: Authenticated;
    /** Whose webhook it is, once its secret was found right. */
    addressee?: Tenant;
}

type WithContext = ServerResponse & { [CONTEXT]?: RequestContext };

/** Begins the context of a request. */
export function beginContext(res: ServerResponse, requestId: string): void {
    (res as WithContext)[CONTEXT] = { requestId, cameAt: Date.now(), isLogged: false };
}

/** What is known of the request that this is the response to; throws when nothing began its context. */
export function contextOf(res: ServerResponse): RequestContext {
    const context = (res as WithContext)[CONTEXT];
    if (context === undefined) throw new Error('This request came past beginRequest().');
    return context;
}
