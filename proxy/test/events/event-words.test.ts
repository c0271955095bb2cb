import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { troubleOf, type EventTrouble } from '../../src/events/event-words.ts';
import { EventFailure, type EventStep } from '../../src/salesforce/event-failure.ts';

describe('troubleOf', () => {
    const known: [step: EventStep, code: string, trouble: EventTrouble][] = [
        ['token', 'invalid_client', 'credentials'],
        ['token', 'invalid_client_id', 'credentials'],
        ['token', 'invalid_grant', 'flow'],
        ['token', 'unsupported_grant_type', 'flow'],
        ['token', 'an_error_of_the_future', 'flow'],
        ['token', 'ERROR_HTTP_404', 'flow'],
        ['token', 'ERROR_HTTP_503', 'away'],
        ['token', 'ECONNREFUSED', 'away'],
        ['event', 'REQUEST_LIMIT_EXCEEDED', 'limit'],
        ['event', 'INVALID_TYPE', 'setup'],
        ['event', 'NOT_FOUND', 'setup'],
        ['event', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'setup'],
        ['event', 'INSUFFICIENT_ACCESS_OR_READONLY', 'setup'],
        ['event', 'API_DISABLED_FOR_ORG', 'flow'],
        ['event', 'INVALID_SESSION_ID', 'flow'],
        ['event', 'SERVER_UNAVAILABLE', 'away'],
        ['event', 'ETIMEDOUT', 'away'],
        ['event', 'UNKNOWN_EXCEPTION', 'away']
    ];
    for (const [step, code, trouble] of known) {
        it(`takes ${code} for the ${step} as "${trouble}"`, () => {
            assert.equal(troubleOf(new EventFailure(step, code)), trouble);
        });
    }
});
