import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLogger } from '../src/http/logger.ts';
import type { Tenant } from '../src/http/tenant.ts';
import { Failure } from '../src/lib/failure.ts';
import { workEvery, type Round } from '../src/work-every.ts';

const TENANTS = [{ name: 'acme' }, { name: 'globex' }] as Tenant[];

/** Works until the round has been done so often for the last tenant. @returns the log */
async function rounds(
    times: number,
    round: Round,
    beforeStop = (): void => {}
): Promise<{ tenant: string; code: string; msg: string }[]> {
    const lines: string[] = [];
    const log = createLogger({ level: 'warn', secrets: [], destination: { write: (line) => void lines.push(line) } });
    const { promise: done, resolve } = Promise.withResolvers<void>();
    let count = 0;
    const stop = workEvery(
        0,
        async (tenant, onFailure) => {
            await round(tenant, onFailure);
            if (tenant === TENANTS.at(-1) && (count += 1) === times) resolve();
        },
        { tenants: TENANTS, log, trouble: 'not done yet' }
    );
    await done;
    beforeStop();
    await stop();
    return lines.map((line) => JSON.parse(line) as { tenant: string; code: string; msg: string });
}

describe('work that is done again and again', () => {
    it('is done at once and again, for every tenant, until it is stopped', async () => {
        const done: string[] = [];
        await rounds(3, async ({ name }) => void done.push(name));
        const atTheStop = done.length;
        assert.ok(atTheStop >= 6);
        assert.deepEqual(new Set(done), new Set(['acme', 'globex']));
        await new Promise((resolve) => setImmediate(resolve));
        assert.equal(done.length, atTheStop);
    });

    it('is done for a tenant while another one takes long', async () => {
        let isLeased = true;
        const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
        const log = await rounds(
            3,
            async ({ name }, onFailure) => {
                if (name === 'globex') return;
                await held;
                if (isLeased) onFailure(new Failure('internal-error'));
            },
            () => {
                isLeased = false;
                letGo();
            }
        );
        assert.deepEqual(log, []);
    });

    it('tells the same trouble of a tenant once, and another one as well', async () => {
        let round = 0;
        const log = await rounds(5, async ({ name }, onFailure) => {
            if (name === 'globex') return;
            round += 1;
            onFailure(new Failure(round < 4 ? 'store-unavailable' : 'gotallo-timeout'));
        });
        assert.deepEqual(
            log.map(({ tenant, code, msg }) => [tenant, code, msg]),
            [
                ['acme', 'store-unavailable', 'not done yet'],
                ['acme', 'gotallo-timeout', 'not done yet']
            ]
        );
    });
});
