import fc from 'fast-check';
import { BLOCK_USER_FATES, CHANGE_FATES, READ_FATES } from '../gotallo/fates.ts';
import { AGENTS } from '../org/people.ts';
import { TENANTS } from '../stand/tenant.ts';
import { WISHES, type Ask, type AskedFor, type Batch, type History, type Kill, type Step } from './scenario.ts';

const MOST_STEPS = 8;
const MOST_KILLS = 3;

/** Random batches for so many proxies. */
export function batches(histories: number, proxies: number): fc.Arbitrary<Batch> {
    return fc.record({
        // Without a bias to small batches, which take as long as large ones.
        histories: fc.noBias(fc.array(historyOf(proxies), { minLength: 1, maxLength: histories, size: 'max' })),
        kills: fc.noBias(fc.array(killOf(proxies, histories), { maxLength: MOST_KILLS, size: 'max' }))
    });
}

function historyOf(proxies: number): fc.Arbitrary<History> {
    return fc.record({
        tenant: fc.nat({ max: TENANTS.length - 1 }),
        start: fc.constantFrom('OPEN', 'OPEN', 'AUTO_BOT', 'CLOSED'),
        steps: fc.array(stepOf(proxies), { minLength: 1, maxLength: MOST_STEPS, size: 'max' }),
        fates: fc.record({
            changeState: fatesOf(CHANGE_FATES, 12),
            blockUser: fatesOf(BLOCK_USER_FATES, 4),
            read: fatesOf(READ_FATES, 6)
        })
    });
}

/** Most calls are answered: a GoTallo that fails all the time is not called at all. */
function fatesOf<Fate extends string>(fates: readonly ['answered', ...Fate[]], most: number) {
    const fate = fc.oneof(
        { weight: 2, arbitrary: fc.constant(fates[0]) },
        { weight: 1, arbitrary: fc.constantFrom(...fates) }
    );
    return fc.array(fate, { maxLength: most, size: 'max' });
}

function stepOf(proxies: number): fc.Arbitrary<Step> {
    const proxy = fc.nat({ max: proxies - 1 });
    const agent = fc.nat({ max: AGENTS.length - 1 });
    const wish = fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom<AskedFor>('block', 'brief', 'unblock', 'undo') },
        { weight: 2, arbitrary: fc.constantFrom(...WISHES) }
    );
    const ask: fc.Arbitrary<Ask> = fc.record({ wish, agent, proxy });
    const asks = fc.oneof(
        { weight: 4, arbitrary: ask.map((it) => [it]) },
        { weight: 2, arbitrary: fc.tuple(ask, agent, proxy).map(doubled) },
        { weight: 2, arbitrary: fc.array(ask, { minLength: 2, maxLength: 3 }) }
    );
    const delivery = fc.record({ stepsLater: fc.nat({ max: 2 }), proxy });
    return fc.oneof(
        { weight: 6, arbitrary: fc.record({ do: fc.constant('ask' as const), asks }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), agent, proxy }) },
        {
            weight: 1,
            arbitrary: fc.record({
                do: fc.constant('write' as const),
                deliveries: fc.array(delivery, { maxLength: 3 })
            })
        },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const), proxy }) }
    );
}

/** The same wish at once, by the same agent or another one, maybe through the other proxy. */
function doubled([ask, agent, proxy]: [Ask, number, number]): Ask[] {
    return [ask, { ...ask, agent, proxy }];
}

function killOf(proxies: number, histories: number): fc.Arbitrary<Kill> {
    return fc.record({
        proxy: fc.nat({ max: proxies - 1 }),
        call: fc.integer({ min: 1, max: histories * 3 }),
        phase: fc.constantFrom('arrived', 'applied', 'answered')
    });
}
