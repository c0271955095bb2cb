/** The load generator: a process that gets jobs from its parent, one at a time, and says what came of each. */
import autocannon from 'autocannon';
import { quantile } from '../report/quantile.ts';
import type { Job, JobReply, JobResult } from './job.ts';

/** autocannon looks this often whether it is over. */
const LOOK_EVERY_MS = 100;

process.on('message', (job: Job) => {
    run(job).then(
        (result) => reply({ result }),
        (error: unknown) => reply({ error: String(error) })
    );
});
process.once('disconnect', () => process.exit(0));

function reply(message: JobReply): void {
    process.send?.(message);
}

async function run({ url, connections, calls, seconds, perSecond }: Job): Promise<JobResult> {
    let dealt = 0;
    const times: number[] = [];
    const refusals = new Map<number, number>();
    const startedAt = performance.now();
    let lastAt = startedAt;
    const finished = await new Promise<autocannon.Result>((resolve, reject) => {
        const instance = autocannon(
            {
                url,
                connections,
                sampleInt: LOOK_EVERY_MS,
                ...(perSecond !== undefined && { overallRate: perSecond }),
                ...(seconds === null ? { amount: calls.length } : { duration: seconds }),
                setupClient(client) {
                    const own = dealt++;
                    client.setRequests(calls.filter((_call, index) => index % connections === own));
                }
            },
            (error: Error | null, result) => (error === null ? resolve(result) : reject(error))
        );
        // Its own histogram counts in whole milliseconds.
        instance.on('response', (_client, status, _bytes, ms) => {
            lastAt = performance.now();
            if (status >= 200 && status < 300) times.push(ms);
            else refusals.set(status, (refusals.get(status) ?? 0) + 1);
        });
    });
    if (refusals.size > 0 || finished.errors > 0) {
        const statuses = [...refusals].map(([status, count]) => `${count} with ${status}`).join(', ');
        throw new Error(
            `${url}: ${statuses || 'no'} refusals, ${finished.errors} errors; nothing is measured by that.`
        );
    }
    return {
        count: times.length,
        perSecond: (times.length / (lastAt - startedAt)) * 1000,
        p50: quantile(times, 0.5),
        p99: quantile(times, 0.99)
    };
}
