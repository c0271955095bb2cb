import fc from 'fast-check';
import type { ConversationState } from '#contract';
import { BLOCK_USER_FATES, CHANGE_FATES, READ_FATES } from '../gotallo/fates.ts';
import { AGENTS, ONLOOKERS } from '../org/people.ts';
import { TENANTS } from '../stand/tenant.ts';
import { COMMANDS, type Ask, type Command, type History, type ProcessFault, type Step } from './scenario.ts';

/** How often each state is the one that a history begins in. */
const STARTS: Readonly<Record<History['start'], number>> = { OPEN: 2, AUTO_BOT: 1, CLOSED: 1 };

/** How often each state is the one that a forged message names. */
const FORGED: Readonly<Record<ConversationState, number>> = { OPEN: 1, BLOCKED: 1, CLOSED: 1, AUTO_BOT: 1, EXPIRED: 0 };

const MOST_STEPS = 8;
/** Few, since each takes the work of so many; their statements go to the database together. */
const CROWD = 6;
const ONE_CROWD_IN = 12;
const MOST_AHEAD_MS = 900;

/**
 * The random history of a seed with a number.
 * @param proxies how many there are
 */
export function randomHistory(seed: number, number: number, proxies: number): History {
    // Far apart, so that neighbours do not share what follows from one number of the generator.
    const [history] = fc.sample(historyOf(proxies), { seed: (seed + number * 0x9e3779b1) | 0, numRuns: 1 });
    if (history === undefined) throw new RangeError('fast-check gave no history.');
    return history;
}

function historyOf(proxies: number): fc.Arbitrary<History> {
    const history = fc.noBias(
        fc.record({
            tenant: fc.nat({ max: TENANTS.length - 1 }),
            start: fc.constantFrom(...inShares(STARTS)),
            crowd: fc.nat({ max: ONE_CROWD_IN - 1 }).map((it) => (it === 0 ? CROWD : 1)),
            aheadMs: fc.oneof(fc.constant(0), fc.nat({ max: MOST_AHEAD_MS })),
            steps: fc.array(stepOf(proxies), { minLength: 1, maxLength: MOST_STEPS, size: 'max' }),
            isWatched: fc.boolean(),
            fates: fc.record({
                changeState: fatesOf(CHANGE_FATES, 12),
                blockUser: fatesOf(BLOCK_USER_FATES, 4),
                read: fatesOf(READ_FATES, 6),
                delays: fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 16, maxLength: 16 })
            }),
            processFaults: fc.oneof(
                { weight: 1, arbitrary: fc.constant<ProcessFault[]>([]) },
                { weight: 1, arbitrary: processFaultOf(proxies).map((fault) => [fault]) }
            )
        })
    );
    return history.map((it) => (it.crowd > 1 ? blockedTogether(it, proxies - 1) : it));
}

/** All of a crowd are blocked at the same moment first, and nothing goes wrong with that; the rest drifts apart. */
function blockedTogether(history: History, proxy: number): History {
    const { steps, fates } = history;
    const block: Step = { do: 'ask', asks: [{ command: 'block', agent: 0, proxy, afterMs: 0 }] };
    const changeState: typeof fates.changeState = ['answered', ...fates.changeState];
    const blockUser: typeof fates.blockUser = ['answered', ...fates.blockUser];
    return { ...history, steps: [block, ...steps], fates: { ...fates, changeState, blockUser } };
}

/** Each name as often as its share says, in the order of the map: a seed's histories depend on it. */
function inShares<Name extends string>(shares: Readonly<Record<Name, number>>): Name[] {
    return (Object.keys(shares) as Name[]).flatMap((name) => Array<Name>(shares[name]).fill(name));
}

/** Most calls are answered: a GoTallo that fails all the time is not called at all. */
function fatesOf<Fate extends string>(fates: readonly ['answered', ...Fate[]], most: number) {
    const fate = fc.oneof(
        { weight: 3, arbitrary: fc.constant(fates[0]) },
        { weight: 2, arbitrary: fc.constantFrom(...fates) }
    );
    return fc.array(fate, { maxLength: most, size: 'max' });
}

function stepOf(proxies: number): fc.Arbitrary<Step> {
    const proxy = fc.nat({ max: proxies - 1 });
    const agent = fc.nat({ max: AGENTS.length - 1 });
    const delivery = fc.record({ stepsLater: fc.nat({ max: 5 }), proxy });
    return fc.oneof(
        { weight: 12, arbitrary: fc.record({ do: fc.constant('ask' as const), asks: asksOf(agent, proxy) }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), agent, proxy }) },
        {
            weight: 1,
            arbitrary: fc.record({
                do: fc.constant('forge' as const),
                person: fc.nat({ max: ONLOOKERS.length - 1 }),
                proxy,
                state: fc.constantFrom(...inShares(FORGED))
            })
        },
        {
            weight: 3,
            arbitrary: fc.record({
                do: fc.constant('write' as const),
                afterMs: fc.oneof(fc.constant(0), fc.nat({ max: 600 })),
                deliveries: fc.array(delivery, { minLength: 1, maxLength: 3 })
            })
        },
        {
            weight: 1,
            arbitrary: fc.record({
                do: fc.constant('resolve' as const),
                proxy,
                afterMs: fc.oneof(fc.constant(0), fc.nat({ max: 600 }))
            })
        },
        { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), forMs: fc.nat({ max: 2_000 }) }) }
    );
}

function asksOf(agent: fc.Arbitrary<number>, proxy: fc.Arbitrary<number>): fc.Arbitrary<Ask[]> {
    const command = fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom<Command>('block', 'brief', 'unblock', 'undo') },
        { weight: 1, arbitrary: fc.constant<Command>('retry') },
        { weight: 2, arbitrary: fc.constantFrom(...COMMANDS) }
    );
    const afterMs = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) });
    const ask: fc.Arbitrary<Ask> = fc.record({ command, agent, proxy, afterMs });
    return fc.oneof(
        { weight: 4, arbitrary: ask.map((it) => [{ ...it, afterMs: 0 }]) },
        { weight: 2, arbitrary: fc.tuple(ask, agent, proxy).map(doubled) },
        { weight: 2, arbitrary: fc.array(ask, { minLength: 2, maxLength: 3 }) }
    );
}

/** The same command at once, by the same agent or another one, maybe through the other proxy. */
function doubled([ask, agent, proxy]: [Ask, number, number]): Ask[] {
    return [ask, { ...ask, agent, proxy }];
}

/** Small delays reach what a process does between two calls, such as its commits. */
function processFaultOf(proxies: number): fc.Arbitrary<ProcessFault> {
    return fc.record({
        do: fc.constantFrom('kill' as const, 'kill' as const, 'pause' as const),
        proxy: fc.nat({ max: proxies - 1 }),
        call: fc.integer({ min: 1, max: 3 }),
        phase: fc.constantFrom('arrived', 'applied', 'answered'),
        afterMs: fc.oneof(fc.constant(0), fc.nat({ max: 25 })),
        leasePercent: fc.integer({ min: 55, max: 135 })
    });
}
