import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { report } from '../report.ts';
import { run } from '../run.ts';
import { proxyWith, type Mistake } from './support/proxy-copy.ts';

/** Each is found after far fewer; the run ends as soon as it is. */
const HISTORIES = 4_000;

const MISTAKES: (Mistake & { what: string; found: RegExp })[] = [
    {
        what: 'a Block User that is repeated when it got no clear answer',
        file: 'gotallo/gotallo-client.ts',
        before: 'await send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs)',
        after: `(await repeatedly(
            () => send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs),
            { budgetMs: 2.5 * timeoutMs }
        )).at(-1)`,
        found: /No operation explains the Block User|The view says/
    },
    {
        what: 'a Block User that is sent before the step is committed',
        file: 'conversations/platform-step.ts',
        before: "if (!(await this.#journal.beginPlatformStep(operation))) throw new Failure('result-not-stored');",
        after: '',
        found: /No operation explains the Block User|The view says/
    },
    {
        what: 'an old end that is passed on to whoever blocks anew',
        file: 'conversations/change-rules.ts',
        before: 'isEndedElsewhere || isAnew',
        after: 'isEndedElsewhere',
        found: /A block ended by itself/
    }
];

describe('random histories', () => {
    for (const { what, found, ...mistake } of MISTAKES) {
        it(`find ${what}`, async (t) => {
            const server = await proxyWith(mistake, t);
            const seed = Date.now() % 2 ** 31;
            const outcome = await run({
                proxies: 1,
                store: 'embedded',
                histories: HISTORIES,
                seed,
                server,
                shrinkMs: 0
            });
            const told = report([outcome]);
            t.diagnostic(told);
            assert.match(outcome.violations[0]?.message ?? 'nothing was found', found, told);
        });
    }
});
