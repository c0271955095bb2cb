import path from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/**
 * A reporter of Node's test runner that writes the final counts, and which tests failed and why, as JSON, and nothing
 * else.
 */
export default async function* testCounts(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
    const failures: { name: string; why: string }[] = [];
    for await (const event of source) {
        if (event.type === 'test:fail' && isCause(event.data)) failures.push(asFailure(event.data));
        if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
        const { tests, passed, skipped, todo } = event.data.counts;
        const failed = tests - passed - skipped - todo;
        yield JSON.stringify({ passed, failed, skipped: skipped + todo, failures });
    }
}

type Failure = Extract<TestEvent, { type: 'test:fail' }>['data'];

/** A suite and a file fail with their tests, which are named themselves. */
function isCause({ details, todo }: Failure): boolean {
    const { failureType } = details.error as { failureType?: string };
    return failureType !== 'subtestsFailed' && (todo === undefined || todo === false);
}

function asFailure(data: Failure): { name: string; why: string } {
    const { cause, message } = data.details.error;
    return { name: nameOf(data), why: cause instanceof Error ? cause.message : message };
}

function nameOf({ file, line, name }: Failure): string {
    if (file === undefined || file === name) return path.relative('', name);
    return `${path.relative('', file)}:${line}  ${name}`;
}
