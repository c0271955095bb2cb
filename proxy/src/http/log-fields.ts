import type { ServerResponse } from 'node:http';
import type { ProblemCode } from '#contract';

/** What later steps add to the line a request is logged with; ids only, no names. */
export interface LogFields {
    /** The address by the pattern of its route; absent where no route takes it. */
    path?: string;
    tenant?: string;
    userId?: string;
    code?: ProblemCode;
}

const FIELDS = new WeakMap<ServerResponse, LogFields>();

export function addLogFields(res: ServerResponse, fields: LogFields): void {
    FIELDS.set(res, { ...FIELDS.get(res), ...fields });
}

export function logFieldsOf(res: ServerResponse): LogFields {
    return FIELDS.get(res) ?? {};
}
