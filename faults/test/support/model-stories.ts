import { setTimeout as wait } from 'node:timers/promises';
import type { PLANTS } from '../../../proxy/model/plants.ts';
import type { Fates } from '../../gotallo/fates.ts';
import { RETRY_PATH } from '../../contract.ts';
import { AGENTS } from '../../org/people.ts';
import type { Witness } from '../../play/witness.ts';
import { LEASE_MS } from '../../stand/stand.ts';
import type { Edit } from '../../stand/proxy-copy.ts';
import { block, eventually, falseNative, isAccepted, notTheLast, says, unblocked } from './story-acts.ts';
import { endedOperations, type TwoProxies } from './two-proxies.ts';

const [ANA, SAM] = AGENTS;

/** What is played, on which conversation, by which proxies. */
interface Scene extends TwoProxies {
    witness: Witness;
}

/** A story of the model, as a real proxy plays it. */
export interface ModelStory {
    /** The switch that plants the mistake into the model. */
    plant: (typeof PLANTS)[number]['name'];
    /** The same mistake in the source. */
    mistake: Edit;
    /** Edits that break nothing, and bring about the moment at which the mistake shows. */
    aids?: readonly Edit[];
    fates?: Partial<Fates>;
    /** Plays it. @returns what is broken; null when nothing is */
    play(scene: Scene): Promise<string | null>;
}

const NATIVE_CALL = 'conversations/protocol/native-call.ts';
const RUNNER = 'conversations/protocol/operation-runner.ts';
const TIMED_ENDS = 'conversations/protocol/timed-ends.ts';
const TIMING = 'conversations/protocol/timing.ts';
const BEGIN = "if (!(await this.#journal.startNativeCall(operation))) throw new Failure('result-not-stored');";
const STEPS = 'const { liftsNativeBlock, setsNativeBlock } = stepsLeft(operation, nativeBlock);';
const CARRY_OUT = 'await queue.carryOut(id, {';

/** The process stops itself there at its first block, once; whoever started it lets it go on. */
function standsStillAfter(file: string, line: string, ms: number): Edit {
    const isFirst = "operation.command.kind === 'block' && operation.tries === 0 && !globalThis.hasStoodStill";
    const stop = `if (${isFirst}) {
            globalThis.hasStoodStill = true;
            process.stdout.write('stands still by itself for ${ms} ms\\n');
            process.kill(process.pid, 'SIGSTOP');
        }`;
    return { file, replace: [line, `${line}\n${stop}`] };
}

/** The stories whose mistake has a place in the source. */
export const MODEL_STORIES: readonly ModelStory[] = [
    {
        plant: 'TOGGLE_REPEATED',
        mistake: {
            file: 'gotallo/gotallo-client.ts',
            replace: [
                'await send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs, sendUntil)',
                `(await repeatedly(
            () => send({ method: nativeBlock.method, path, body, isAlone: true }, timeoutMs, sendUntil),
            { budgetMs: 2.5 * timeoutMs }
        )).at(-1)`
            ]
        },
        fates: { blockUser: ['5xx: done'] },
        async play({ first, witness }) {
            await block(witness, first);
            const { isNativeBlocked, state } = witness.truth.now;
            return isNativeBlocked ? null : `After a block, the channel does not block, and the state is ${state}.`;
        }
    },
    {
        plant: 'UNCONFIRMED_RETRIED',
        mistake: {
            file: 'conversations/rules/judge-retry.ts',
            replace: ["known.status !== 'unconfirmed' && nativeInFlightMs === 0", 'true']
        },
        aids: [
            {
                file: 'conversations/protocol/steps-left.ts',
                replace: ["nativeBlock?.status === 'refused'", "nativeBlock?.status !== 'blocked'"]
            }
        ],
        fates: { blockUser: ['5xx: done'] },
        async play({ first, witness }) {
            await block(witness, first);
            await witness.call(first, SAM, 'POST', RETRY_PATH);
            return witness.truth.now.isNativeBlocked ? null : 'After a block and a retry, the channel does not block.';
        }
    },
    {
        plant: 'RESOLVED_IN_FLIGHT',
        mistake: {
            file: 'conversations/protocol/resolve-native-block.ts',
            replace: ['if (nativeInFlightMs === 0) return;', 'return;']
        },
        fates: { blockUser: ['5xx: late'] },
        async play({ first, witness }) {
            await block(witness, first);
            await says(witness, first, 'not-blocked');
            await eventually(() => witness.truth.inFlight.size === 0);
            return falseNative(witness, first);
        }
    },
    {
        plant: 'NATIVE_NOT_FENCED',
        mistake: {
            file: NATIVE_CALL,
            replace: ['blockUser(id, target, sendUntil(operation, this.#timing))', 'blockUser(id, target, Infinity)']
        },
        aids: [standsStillAfter(NATIVE_CALL, BEGIN, LEASE_MS * 2)],
        async play({ first, second, witness }) {
            const asked = block(witness, first);
            await eventually(() => witness.truth.state === 'BLOCKED');
            await eventually(async () => (await says(witness, second, 'not-blocked')) === 200);
            await asked;
            return falseNative(witness, second);
        }
    },
    {
        plant: 'STATE_NOT_FENCED',
        mistake: {
            file: RUNNER,
            replace: [
                'changeState(id, command.state, sendUntil(operation, this.#timing))',
                'changeState(id, command.state, Infinity)'
            ]
        },
        aids: [standsStillAfter(RUNNER, STEPS, LEASE_MS * 2)],
        async play({ first, second, witness }) {
            const asked = block(witness, first);
            await isAccepted(witness, second);
            await unblocked(witness, second);
            await asked;
            return notTheLast(witness, second);
        }
    },
    {
        plant: 'SENT_UNTIL_LEASE_ENDS',
        mistake: { file: TIMING, replace: ['return leasedAt + leaseMs / 2;', 'return leasedAt + leaseMs;'] },
        aids: [standsStillAfter(RUNNER, STEPS, LEASE_MS * 0.8)],
        fates: { changeState: ['silence: late'] },
        async play({ stand, first, second, witness }) {
            stand.goTallo.onPhase = (phase, { fate }) => {
                if (phase === 'arrived' && fate === 'silence: late') void first.stop();
            };
            // What the first one sent without an answer is written down by nobody.
            const asked = block(witness, first);
            await isAccepted(witness, second);
            await unblocked(witness, second);
            await asked;
            await eventually(() => witness.truth.inFlight.size === 0);
            return notTheLast(witness, second);
        }
    },
    {
        plant: 'OWNER_NOT_ASKED',
        mistake: {
            file: 'store/queries/conversation.ts',
            replace: [
                "eb.and([isConversation(key)(eb), eb('conversation.lease_id', '=', lease)])",
                'isConversation(key)(eb)'
            ]
        },
        aids: [standsStillAfter(RUNNER, STEPS, LEASE_MS * 2)],
        async play({ first, second, witness }) {
            await block(witness, first);
            const [operation] = await endedOperations(witness, second);
            const { state } = witness.truth.now;
            const isTold = operation?.outcome === 'confirmed' && state === 'BLOCKED';
            return isTold ? null : `The history says ${operation?.outcome}, and the state is ${state}.`;
        }
    },
    {
        plant: 'TIMED_END_OF_ANOTHER',
        mistake: {
            file: 'conversations/rules/judge-end.ts',
            replace: [
                'openBlock?.id === end.blockId && until !== null && until <= end.at',
                'openBlock !== null && (until === null || until <= end.at || end.blockId !== openBlock.id)'
            ]
        },
        // Between the claim and the judgment, as if it waited for its turn.
        aids: [
            {
                file: TIMED_ENDS,
                replace: [CARRY_OUT, `await new Promise((go) => setTimeout(go, 2_500));\n${CARRY_OUT}`]
            }
        ],
        async play({ first, witness }) {
            const until = new Date(Date.now() + 1_000).toISOString();
            await witness.call(first, ANA, 'PUT', '/block', { until });
            await wait(2_000);
            await witness.call(first, SAM, 'PUT', '/block', { reason: 'Spam' });
            await wait(3_500);
            const { state } = witness.truth.now;
            return state === 'BLOCKED' ? null : `A block that no time was said for has ended by itself: ${state}.`;
        }
    }
];
