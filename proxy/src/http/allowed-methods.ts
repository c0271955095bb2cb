import type { RequestHandler } from 'express';
import { Failure } from '../lib/failure.ts';

/** Refuses every other method of a route and names those it takes (RFC 9110, section 15.5.6). */
export function allowedMethods(...methods: string[]): RequestHandler {
    const allow = methods.join(', ');
    return (_req, res) => {
        res.set('Allow', allow);
        throw new Failure('method-not-allowed');
    };
}
