/** Longer than anything that a test of this machine waits for. */
const LIMIT_MS = 5_000;

/**
 * Takes one step after the other until it has become true.
 * @throws Error when it has not after five seconds
 */
export async function until(
    isTrue: () => boolean | Promise<boolean>,
    step: () => Promise<unknown> = async () => {}
): Promise<void> {
    const givenUpAt = performance.now() + LIMIT_MS;
    while (!(await isTrue())) {
        if (performance.now() > givenUpAt) throw new Error('It has not become true.');
        await step();
        // An embedded store answers without ever letting a timer run.
        await new Promise((resolve) => setImmediate(resolve));
    }
}
