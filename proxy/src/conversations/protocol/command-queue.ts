import type { AgentName, ProblemCode } from '#contract';
import { Failure } from '../../lib/failure.ts';
import { textOfTerms } from '../knowledge/block-terms.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import { knownChannel, type KnownChannel } from '../knowledge/known-channel.ts';
import type { Snapshot } from '../knowledge/known-state.ts';
import type { ConversationRecord, Unfinished, Command } from '../knowledge/records.ts';
import type { GoTallo } from '../ports.ts';
import type { Acceptance, Decision } from '../rules/decision.ts';
import type { AcceptResult, Journal, Progress } from './journal.ts';
import { newestOf, type OperationRunner, type Start } from './operation-runner.ts';
import type { ProtocolTiming } from './timing.ts';
import { Turns } from './turns.ts';

/** How often an operation of another process is looked at: soon at first, then a little less often. */
const FIRST_POLL_MS = 25;
const LONGEST_POLL_MS = 250;

/** What starts after this part of the time for its answer would hardly end in it. */
const LATEST_START = 2 / 3;

/** What is known beside the journal. */
export type Observations = Omit<Snapshot, 'record'>;

/** What is asked for, by whom, and what decides on it. */
export interface QueuedCommand {
    /** Two with the same text are the same command. */
    text: string;
    /** The text of a stored command that is the same; `text` when left out. */
    storedText?: string;
    /** Null: the end of a timed block. */
    by: AgentName | null;
    /** When it came, by `performance.now()`. */
    cameAt: number;
    /** What is known, asked for when its turn has come; what it throws ends the command before it is accepted. */
    gather(): Promise<Snapshot>;
    /** By all that is known at the moment of accepting. */
    decide(snapshot: Snapshot, channel: KnownChannel): Decision;
}

/** What the queue needs. */
export interface CommandQueueParts {
    goTallo: GoTallo;
    journal: Journal;
    runner: OperationRunner;
    timing: ProtocolTiming;
}

/**
 * Writes commands down and carries them out, one at a time per conversation, across processes. Equal commands at the same
 * time share one result; another command waits for its turn, and is not accepted when that takes too long.
 */
export class CommandQueue {
    readonly #parts: CommandQueueParts;
    readonly #turns = new Turns<ConversationRecord>();

    constructor(parts: CommandQueueParts) {
        this.#parts = parts;
    }

    /**
     * Takes its turn at once, so that commands are carried out in the order they came.
     * @returns what is stored once the command holds
     * @throws Failure `conversation-busy` or what forbids the command, when it was not accepted; what
     *   `OperationRunner.run` throws, when it was; `gotallo-timeout` when the time for the answer is over and it goes on
     */
    async carryOut(id: ConversationId, command: QueuedCommand): Promise<ConversationRecord> {
        const { waitMs, answerMs } = this.#parts.timing;
        const answerBy = command.cameAt + answerMs;
        const startBy = Math.min(performance.now() + waitMs, command.cameAt + answerMs * LATEST_START);
        const run = async (): Promise<ConversationRecord> =>
            this.#acceptAndRun(id, command, await command.gather(), startBy);
        return inTime(this.#turns.take(id, { sameAs: command.text, startBy, run }), answerBy);
    }

    async #acceptAndRun(
        id: ConversationId,
        command: QueuedCommand,
        { record: read, ...observations }: Snapshot,
        startBy: number
    ): Promise<ConversationRecord> {
        const { goTallo, journal, runner, timing } = this.#parts;
        const { by, storedText = command.text } = command;
        let start: Start | null = null;
        const decide = (record: ConversationRecord): Decision => {
            const snapshot = { ...observations, record };
            const channel = knownChannel(snapshot, goTallo.nativeChannels);
            const decision = command.decide(snapshot, channel);
            start = 'decline' in decision ? null : startOf(record, decision, { isNative: channel.isNative, by });
            return decision;
        };
        // Whoever asked is told by then that it may hold, or that it does not: from now on, it must not start.
        if (performance.now() > command.cameAt + timing.answerMs) throw new Failure('conversation-busy');
        let known: ConversationRecord | undefined = read;
        for (;;) {
            const result = await journal.accept(id, by, decide, known);
            known = undefined;
            if (result.kind === 'busy') {
                const isSame = textOf(result.unfinished.command) === storedText;
                const told = await this.#waitFor(id, result.unfinished, startBy).catch(isSame ? asUnknown : rethrow);
                if (!isSame || !isShareable(told)) continue;
                return shared(told, await journal.read(id).catch(asUnknown));
            }
            if (result.kind === 'declined') return declined(result);
            if (start === null) throw new Error('The journal accepted a command that was not judged.');
            return runner.run(result.operation, start);
        }
    }

    /** @throws Failure `conversation-busy` when it takes longer than until `startBy` */
    async #waitFor(id: ConversationId, unfinished: Unfinished, startBy: number): Promise<Progress | null> {
        for (let poll = FIRST_POLL_MS; performance.now() < startBy; poll = Math.min(poll * 1.5, LONGEST_POLL_MS)) {
            await new Promise((resolve) => setTimeout(resolve, poll));
            const progress = await this.#parts.journal.progress(id, unfinished.id);
            if (progress === null || !progress.isLeased) return progress;
        }
        throw new Failure('conversation-busy');
    }
}

/** Whoever asked gets an answer in time: by then nobody knows whether it holds, and it goes on. */
async function inTime<T>(work: Promise<T>, answerBy: number): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Failure('gotallo-timeout')), Math.max(0, answerBy - performance.now()));
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function declined({ because, record }: Extract<AcceptResult, { kind: 'declined' }>): ConversationRecord {
    if (because === 'nothing-to-do') return record;
    throw new Failure(because);
}

/** What holds right after accepting, from what is stored right before. */
function startOf(
    record: ConversationRecord,
    { command, nativeBlock: accepted, before }: Acceptance,
    { isNative, by }: { isNative: boolean; by: AgentName | null }
): Start {
    const nativeBlock = accepted ?? record.nativeBlock;
    return {
        // An unblock calls Block User only where the channel blocks, and whoever ends a block may not know the channel.
        nativeBlock: isNative || command.kind === 'unblock' || nativeBlock?.status === 'blocked' ? nativeBlock : null,
        newestAt: newestOf(record),
        undo: before && by && { ...before, agentId: by.id },
        before: record
    };
}

/** Two commands with the same text are the same command. */
export function textOf({ kind, state, terms = {}, undoes, retriesNativeBlock }: Command): string {
    if (undoes !== undefined) return `undo ${undoes}`;
    if (retriesNativeBlock) return 'retry native block';
    return [kind, kind === 'unblock' ? '' : state, textOfTerms(terms)].join(' ');
}

/** The same command may have been carried out, so a lost store does not mean that nothing was changed. */
function asUnknown(error: unknown): never {
    const isLost = error instanceof Failure && error.code === 'store-unavailable';
    throw isLost ? new Failure('result-not-stored', { cause: error.cause }) : error;
}

function rethrow(error: unknown): never {
    throw error;
}

/** An operation whose process died tells nothing to share. */
function isShareable(progress: Progress | null): progress is Progress {
    return progress !== null && progress.outcome !== 'pending' && progress.failure !== 'interrupted';
}

function shared({ outcome, failure }: Progress, record: ConversationRecord): ConversationRecord {
    if (outcome === 'confirmed') return record;
    throw new Failure((failure ?? 'internal-error') as ProblemCode);
}
