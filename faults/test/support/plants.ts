import type { Violation } from '../../invariants/violation.ts';
import type { Mode } from '../../options.ts';
import type { History } from '../../scenario/scenario.ts';
import { ask, askAndGoOn, killAt, LOOK, pauseOf, RESOLVE, resolveAt, written } from '../../scenario/written.ts';
import type { Edit } from './proxy-copy.ts';

/** A mistake that is planted into the proxy, and must be found. */
export interface Plant extends Edit {
    /** What the mistake is, in the rest of the sentence "find …". */
    name: string;
    /** What it breaks. */
    sentence: string;
    /** Edits that break nothing, and bring about the moment at which the mistake shows. */
    aids?: readonly Edit[];
    /** Invariants that do not hold then. */
    found: readonly Violation['invariant'][];
    /** Played over and over. */
    history: History;
    /** One proxy on the embedded store when left out. */
    mode?: Mode;
}

const TWO: Mode = { proxies: 2, store: 'postgres' };
const BEGIN = "if (!(await this.#journal.beginPlatformStep(operation))) throw new Failure('result-not-stored');";
const GUARD = "if (performance.now() - begunAt > this.#leaseMs / 2) throw new Failure('result-not-stored');";

/** The process stops itself there, every tenth time that it comes by; whoever started it lets it go on. */
function standStill(ms: number): string {
    const count = `globalThis.cameBy${ms}`;
    return `if ((${count} = (${count} ?? 0) + 1) % 10 === 1) {
            process.stdout.write('stands still by itself for ${ms} ms\\n');
            process.kill(process.pid, 'SIGSTOP');
        }`;
}

/** One mistake for each sentence of the protocol that has a place in the source. */
export const PLANTS: readonly Plant[] = [
    {
        name: 'a Block User that is repeated when it got no clear answer',
        sentence: 'Block User is sent once.',
        file: 'gotallo/gotallo-client.ts',
        replace: [
            'await send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs)',
            `(await repeatedly(
            () => send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs),
            { budgetMs: 2.5 * timeoutMs }
        )).at(-1)`
        ],
        found: ['toggle', 'direction', 'status'],
        history: written({ steps: [ask('block'), LOOK], blockUser: ['5xx: done'] })
    },
    {
        name: 'a Block User that is sent before the step is committed',
        sentence: 'Doubt comes first: begun is written down before the request leaves.',
        file: 'conversations/platform-step.ts',
        replace: [BEGIN, ''],
        found: ['toggle', 'direction', 'status'],
        history: written({
            steps: [ask('block'), LOOK],
            blockUser: ['silence: done'],
            processFaults: [killAt(2, 'arrived')]
        })
    },
    {
        name: 'a native block that is not in doubt while its call is on its way',
        sentence: 'Doubt comes first: the native block is unconfirmed from the commit on.',
        file: 'store/platform-step.ts',
        replace: ["{ status: 'unconfirmed', reason: 'no-answer', at }", "{ status: 'not-blocked', reason: null, at }"],
        found: ['toggle', 'direction', 'status'],
        history: written({
            steps: [ask('block'), LOOK],
            blockUser: ['silence: done'],
            processFaults: [killAt(2, 'arrived')]
        })
    },
    {
        name: 'a supervisor who may speak while a Block User may still take effect',
        sentence: 'Nobody may resolve a native block before it is too late for a call to take effect.',
        file: 'conversations/platform-settlement.ts',
        replace: ['if (late > 0)', 'if (late > Infinity)'],
        found: ['status'],
        history: written({ steps: [ask('block'), RESOLVE, LOOK], blockUser: ['silence: late'] })
    },
    {
        name: 'a Block User that is sent though the process stood still after the commit',
        sentence: 'A process that was stopped for long has lost the operation.',
        file: 'conversations/platform-step.ts',
        replace: [GUARD, ''],
        aids: [{ file: 'conversations/platform-step.ts', replace: [BEGIN, `${BEGIN}\n${standStill(8_000)}`] }],
        found: ['status', 'toggle', 'direction'],
        history: written({ steps: [askAndGoOn('block'), pauseOf(3_800), resolveAt(1), pauseOf(1_500), LOOK] }),
        mode: TWO
    },
    {
        name: 'a lease that is not renewed when the native step begins',
        sentence: 'Held for the length of a lease.',
        file: 'store/platform-step.ts',
        replace: ["{ platform_step: 'begun', lease_until: fromNow(leaseMs) }", "{ platform_step: 'begun' }"],
        aids: [
            {
                file: 'conversations/platform-step.ts',
                replace: [BEGIN, `${standStill(2_400)}\n${BEGIN}\n${standStill(1_300)}`]
            }
        ],
        found: ['status', 'toggle', 'direction'],
        history: written({
            steps: [askAndGoOn('block'), pauseOf(3_950), resolveAt(1), LOOK],
            blockUser: ['silence: late']
        }),
        mode: TWO
    },
    {
        name: 'a block that is set on the channel before the state',
        sentence: 'A block sets the state first.',
        file: 'conversations/operation-runner.ts',
        replace: [
            'const confirmation = await this.#goTallo.changeState(id, wish.state);',
            `if (wish.kind === 'block' && isUntouched && platform.status === 'not-blocked') {
            await this.#platformStep.take(operation, 'blocked');
        }
        const confirmation = await this.#goTallo.changeState(id, wish.state);`
        ],
        found: ['order'],
        history: written({ isReadable: true, steps: [ask('block'), LOOK] })
    },
    {
        name: 'operations that nobody takes up',
        sentence: 'Recovery takes up every operation that nobody holds.',
        file: 'conversations/recovery.ts',
        replace: ['await parts.journal.claimDue(BATCH)', 'await Promise.resolve([])'],
        found: ['rest'],
        history: written({
            steps: [ask('block'), LOOK],
            changeState: ['cut: never', 'cut: never', 'cut: never', 'cut: never']
        })
    },
    {
        name: 'a target that is not sent once more when something may have come late',
        sentence: 'What was sent may come late: the target is sent once more when the time is over.',
        file: 'conversations/operation-runner.ts',
        replace: ['lateMs > elapsed ? Math.ceil(lateMs - elapsed) : null', 'null'],
        found: ['state', 'lastCommand'],
        history: written({
            steps: [ask('block'), ask('unblock'), pauseOf(1_500), LOOK],
            changeState: ['5xx: late']
        })
    },
    {
        name: 'a reading that counts right after a lost request',
        sentence: 'A reading right after a lost request proves only what was asked for.',
        file: 'conversations/platform-standing.ts',
        replace: ['at.getTime() - standing.at.getTime() < lateMs', 'at < standing.at'],
        found: ['status'],
        history: written({ isReadable: true, steps: [ask('block'), LOOK, LOOK, LOOK], blockUser: ['silence: late'] })
    },
    {
        name: 'a timed end that is dropped when it was refused once',
        sentence: 'A timed block ends: an end that fails stays due.',
        file: 'store/queries/due-ends.ts',
        replace: [
            "eb.or([eb('end_again_at', 'is', null), eb('end_again_at', '<=', now)])",
            "eb('end_again_at', 'is', null)"
        ],
        found: ['rest'],
        history: written({ steps: [ask('brief'), pauseOf(2_500)], changeState: ['answered', 'refused', 'refused'] })
    },
    {
        name: 'an old end that is passed on to whoever blocks anew',
        sentence: 'Whoever blocks after the end blocks anew.',
        file: 'conversations/change-rules.ts',
        replace: ['endsOpenBlock: isEndedElsewhere || isAnew', 'endsOpenBlock: isEndedElsewhere'],
        found: ['timer', 'rest'],
        history: written({
            steps: [ask('brief'), pauseOf(2_200), ask('block'), pauseOf(4_000)],
            changeState: ['answered', 'refused']
        })
    },
    {
        name: 'an undo that leads to OPEN whatever was there before',
        sentence: 'Undo leads back to what was there before.',
        file: 'conversations/undo.ts',
        replace: [
            "kind: kind === 'block' ? 'unblock' : 'block', state,",
            "kind: kind === 'block' ? 'unblock' : 'block', state: kind === 'block' ? 'OPEN' : state,"
        ],
        found: ['undo'],
        history: written({ start: 'AUTO_BOT', steps: [ask('block'), ask('undo'), LOOK] })
    }
];
