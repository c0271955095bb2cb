import assert from 'node:assert/strict';
import type { Answer } from './running-app.ts';

/** The answer is this problem, in the one form all problems have. */
export function assertProblem({ status, headers, body }: Answer, expected: { status: number; code: string }): void {
    assert.equal(status, expected.status);
    assert.equal(headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(body.status, expected.status);
    assert.equal(body.code, expected.code);
    assert.equal(body.type, `urn:gotallo-conversation-block:problem:${expected.code}`);
    assert.equal(body.requestId, headers.get('x-request-id'));
    assert.ok(body.title.length > 0);
    assert.match(body.detail, /\.$/);
}
