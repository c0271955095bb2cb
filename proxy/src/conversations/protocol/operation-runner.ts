import { Failure } from '../../lib/failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import type { ConversationRecord, Operation, NativeBlock } from '../knowledge/records.ts';
import { GoTalloFailure, type Confirmation, type GoTallo } from '../ports.ts';
import type { ConfirmedEnding, NativeCallEnd, Replaced } from './ending.ts';
import type { Journal } from './journal.ts';
import { NativeCall, type ProtocolParts } from './native-call.ts';
import { stepsLeft } from './steps-left.ts';
import { sendUntil, type ProtocolTiming } from './timing.ts';

/** What holds at the moment an operation is taken up. */
export interface Start {
    /** What is stored of the native block; null when it is not used here. */
    nativeBlock: NativeBlock | null;
    /** When the newest state held that was stored before; null when there was none. */
    newestAt: Date | null;
    /** What taking it back leads to; null when it cannot be taken back. */
    undo: ConfirmedEnding['undo'];
    /** What counts again when GoTallo refuses it at once. */
    before: Replaced;
}

/** When the newest state held that is stored. */
export function newestOf({ confirmedState, observedState }: ConversationRecord): Date | null {
    const times = [confirmedState, observedState].flatMap((known) => (known === null ? [] : [known.at.getTime()]));
    return times.length === 0 ? null : new Date(Math.max(...times));
}

/** What Block User has led to in one try; null: it was not called. */
interface Progress {
    /** What is stored of the native block since. */
    lifted: NativeBlock | null;
    /** What is not written down yet. */
    set: NativeCallEnd | null;
}

/** The waits double, up to this: for as long as GoTallo does not say yes. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;
/** 2 to the power of this is more than any wait. */
const MOST_DOUBLINGS = 30;

/**
 * Brings conversations that this process holds to their target: the absolute state, and the native block where
 * its status is known. A block sets the state first, so that whatever the channel does, messages stay out of Salesforce;
 * an unblock lifts the channel's block first.
 */
export class OperationRunner {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #nativeCall: NativeCall;
    readonly #timing: ProtocolTiming;
    readonly #now: () => Date;

    constructor(parts: ProtocolParts) {
        this.#goTallo = parts.goTallo;
        this.#journal = parts.journal;
        this.#nativeCall = new NativeCall(parts);
        this.#timing = parts.timing;
        this.#now = parts.now;
    }

    /**
     * One try.
     * @returns what is stored after it was confirmed
     * @throws GoTalloFailure once it is written down: not confirmed; when that is not known for sure, it will be taken up
     *   again. Failure `result-not-stored`: it will be taken up again when the lease has run out.
     */
    async run(operation: Operation, start: Start): Promise<ConversationRecord> {
        const progress: Progress = { lifted: null, set: null };
        try {
            const confirmation = await this.#send(operation, start, progress);
            return await this.#journal.complete(operation, this.#confirmed(operation, start, confirmation, progress));
        } catch (error) {
            throw await this.#failed(operation, start, error, progress.lifted !== null);
        }
    }

    async #send(operation: Operation, { nativeBlock }: Start, progress: Progress): Promise<Confirmation> {
        const { command } = operation;
        const id = operation.conversationId as ConversationId;
        const { liftsNativeBlock, setsNativeBlock } = stepsLeft(operation, nativeBlock);
        if (liftsNativeBlock) {
            const lifted = await this.#nativeCall.take(operation, 'not-blocked');
            await this.#journal.endNativeCall(operation, lifted);
            progress.lifted = lifted.nativeBlock;
        }
        const confirmation = await this.#goTallo.changeState(id, command.state, sendUntil(operation, this.#timing));
        // Nothing is sent after it, so that what became of it is written down with the confirmation.
        if (setsNativeBlock) progress.set = await this.#nativeCall.take(operation, 'blocked');
        return confirmation;
    }

    #confirmed(
        { command }: Operation,
        { nativeBlock, newestAt, undo }: Start,
        { at: told, isInFlight }: Confirmation,
        { lifted, set }: Progress
    ): ConfirmedEnding {
        const now = this.#now();
        // A clock ahead of ours must not let it outrank what comes later.
        const at = told < now ? told : now;
        const isOver = command.kind === 'unblock' && (lifted ?? nativeBlock)?.status === 'refused';
        return {
            outcome: 'confirmed',
            // Newer than all that was known before, whatever the clocks say; not newer than what came since.
            at: newestAt !== null && newestAt >= at ? new Date(newestAt.getTime() + 1) : at,
            nativeBlock: isOver ? { status: 'not-blocked', reason: null, at } : null,
            nativeCall: set,
            inFlightMs: isInFlight ? this.#timing.inFlightMs : 0,
            undo
        };
    }

    /** @returns what the caller is told */
    async #failed(operation: Operation, start: Start, error: unknown, isNativeBlockLifted: boolean): Promise<Failure> {
        if (error instanceof Failure && !(error instanceof GoTalloFailure)) {
            // The store is lost, or the conversation: whoever holds it next goes on.
            return error.code === 'result-not-stored' ? error : new Failure('result-not-stored', { cause: error });
        }
        const failure = error instanceof GoTalloFailure ? error : new Failure('internal-error', { cause: error });
        const isFirst = operation.tries === 0 && !isNativeBlockLifted;
        const isClear = failure instanceof GoTalloFailure && failure.outcome === 'not-applied';
        if (isFirst && isClear) {
            await this.#journal.complete(operation, { outcome: 'failed', failure: failure.code, before: start.before });
            return failure;
        }
        const told = isClear ? new GoTalloFailure('gotallo-failed', 'unknown', { cause: failure.cause }) : failure;
        await this.#journal.complete(operation, {
            outcome: 'unknown',
            failure: told.code,
            inFlightMs: isClear ? 0 : this.#timing.inFlightMs,
            againMs: this.#waitAfter(operation.tries)
        });
        return told;
    }

    #waitAfter(tries: number): number {
        return Math.min(this.#timing.recoveryMs * 2 ** Math.min(tries, MOST_DOUBLINGS), LONGEST_WAIT_MS);
    }
}
