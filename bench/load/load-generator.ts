import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Job, JobReply, JobResult } from './job.ts';

/** The load generator as seen from here. */
export interface LoadGenerator {
    /**
     * Makes the calls of a job; one job at a time.
     * @throws Error when any of them is not answered with 2xx, or another job is under way
     */
    run(job: Job): Promise<JobResult>;
    stop(): Promise<void>;
}

/** Starts the load generator in a process of its own. */
export async function startLoadGenerator(): Promise<LoadGenerator> {
    const child = fork(path.join(import.meta.dirname, 'generator.ts'));
    const ended = once(child, 'exit');
    await once(child, 'spawn');
    let isBusy = false;
    return {
        async run(job) {
            if (isBusy) throw new Error('The load generator does one job at a time.');
            isBusy = true;
            child.send(job);
            const replied = once(child, 'message') as Promise<[JobReply]>;
            const lost = ended.then(() => {
                throw new Error('The load generator ended.');
            });
            const [reply] = await Promise.race([replied, lost]);
            isBusy = false;
            if ('error' in reply) throw new Error(reply.error);
            return reply.result;
        },
        async stop() {
            if (child.connected) child.disconnect();
            await ended;
        }
    };
}
