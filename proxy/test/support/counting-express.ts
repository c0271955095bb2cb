import type { TestContext } from 'node:test';
import express from 'express';

/** How many requests reach the apps of Express that are made from now on, until the test is over. */
export function countingExpress(t: TestContext): { requests: number } {
    const count = { requests: 0 };
    const application = express.application as unknown as { handle(...request: unknown[]): void };
    const { handle } = application;
    t.mock.method(application, 'handle', function (this: unknown, ...request: unknown[]) {
        count.requests += 1;
        handle.apply(this, request);
    });
    return count;
}
