import { Failure } from '../failure.ts';
import type { ConversationId } from './conversation-id.ts';
import type { Ending, Journal } from './journal.ts';
import { PlatformStep } from './platform-step.ts';
import { GoTalloFailure, type Confirmation, type GoTallo } from './ports.ts';
import type { ConversationRecord, Doubt, Operation, PlatformBlock } from './records.ts';
import type { ProtocolTiming } from './timing.ts';

/** What holds at the moment an operation is taken up. */
export interface Start {
    /** What is stored of the channel's own block; null when it is not used here. */
    platform: PlatformBlock | null;
    /** The doubt while there is no answer, */
    doubt: Doubt | null;
    /** and the one that was there before. */
    earlierDoubt: Doubt | null;
    /** When the newest evidence held that was stored before; null when there was none. */
    evidenceAt: Date | null;
    /** What taking it back leads to; null when it cannot be taken back. */
    undo: Ending['undo'];
    /** What could be taken back before. */
    undoBefore: Ending['undoBefore'];
}

/** When the newest state held that is stored. */
export function newestOf({ confirmedState, seenState }: ConversationRecord): Date | null {
    const times = [confirmedState, seenState].flatMap((known) => (known === null ? [] : [known.at.getTime()]));
    return times.length === 0 ? null : new Date(Math.max(...times));
}

/** The first waits double, up to this. */
const LONGEST_WAIT_MS = 5 * 60 * 1000;
/** With the longest wait reached, that is about an hour. */
const MOST_TRIES = 16;

/**
 * Carries out operations that this process holds: the absolute state, and the channel's own block where its status is
 * known. A block sets the state first, so that whatever the channel does, messages stay out of Salesforce; an unblock
 * lifts the channel's block first.
 */
export class OperationRunner {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #platformStep: PlatformStep;
    readonly #timing: ProtocolTiming;

    constructor(goTallo: GoTallo, journal: Journal, timing: ProtocolTiming) {
        this.#goTallo = goTallo;
        this.#journal = journal;
        this.#platformStep = new PlatformStep(goTallo, journal, timing.leaseMs);
        this.#timing = timing;
    }

    /**
     * One try.
     * @returns what is stored after it was confirmed
     * @throws GoTalloFailure once it is written down: not confirmed; when that is not known for sure, the operation will
     *   be taken up again. Failure `result-not-stored`: it will be taken up again when its lease has run out.
     */
    async run(operation: Operation, start: Start): Promise<ConversationRecord> {
        const startedAt = performance.now();
        const progress = { platform: null as PlatformBlock | null };
        try {
            const confirmation = await this.#send(operation, start, progress);
            const elapsed = performance.now() - startedAt;
            return await this.#journal.settle(
                operation,
                this.#confirmed(operation, start, confirmation, progress, elapsed)
            );
        } catch (error) {
            throw await this.#failed(operation, start, error, progress.platform !== null);
        }
    }

    async #send(
        operation: Operation,
        { platform }: Start,
        progress: { platform: PlatformBlock | null }
    ): Promise<Confirmation> {
        const { wish, platformStep } = operation;
        const id = operation.conversationId as ConversationId;
        const isUntouched = platformStep === 'none' && platform !== null;
        if (wish.kind === 'unblock' && isUntouched && platform.status === 'blocked') {
            progress.platform = await this.#platformStep.take(operation, 'not-blocked');
        }
        const confirmation = await this.#goTallo.changeState(id, wish.state);
        // Whom the channel refused to block it is not asked about again, until an unblock has ended this block.
        if (wish.kind === 'block' && isUntouched && platform.status === 'not-blocked') {
            progress.platform = await this.#platformStep.take(operation, 'blocked');
        }
        return confirmation;
    }

    #confirmed(
        operation: Operation,
        { platform, evidenceAt, undo }: Start,
        { at, mayComeLate }: Confirmation,
        progress: { platform: PlatformBlock | null },
        elapsed: number
    ): Ending {
        const { wish, tries, outcome, lateMs } = operation;
        const isUnanswered = tries > 0 && outcome !== 'confirmed';
        // Something else that was sent before may still be carried out: this wish is then sent once more.
        const againMs = lateMs > elapsed ? Math.ceil(lateMs - elapsed) : null;
        const isOver = wish.kind === 'unblock' && (progress.platform ?? platform)?.status === 'refused';
        return {
            outcome: 'confirmed',
            failure: null,
            // Newer than all that was known before, whatever the clocks say; not newer than what came since.
            at: evidenceAt !== null && evidenceAt >= at ? new Date(evidenceAt.getTime() + 1) : at,
            doubt: null,
            platform: isOver ? { status: 'not-blocked', reason: null, at } : null,
            lateMs: mayComeLate || isUnanswered ? this.#timing.lateMs : 0,
            againMs,
            undo,
            undoBefore: null
        };
    }

    /** @returns what the caller is told */
    async #failed(operation: Operation, start: Start, error: unknown, isPlatformTouched: boolean): Promise<Failure> {
        if (error instanceof Failure && !(error instanceof GoTalloFailure)) {
            // The store is lost, or the operation: whoever holds it next goes on.
            return error.code === 'result-not-stored' ? error : new Failure('result-not-stored', { cause: error });
        }
        const failure = error instanceof GoTalloFailure ? error : new Failure('internal-error', { cause: error });
        const isFirst = operation.tries === 0 && !isPlatformTouched;
        const isClear = failure instanceof GoTalloFailure && failure.outcome === 'not-applied';
        if (isFirst && isClear) {
            await this.#journal.settle(operation, {
                ...ending('failed', failure, start.earlierDoubt),
                undoBefore: start.undoBefore
            });
            return failure;
        }
        // One that was confirmed is sent once more because it may have been undone: now that is not known.
        const isInDoubt = start.doubt !== null || operation.outcome === 'confirmed';
        const doubt = isInDoubt ? { kind: operation.wish.kind, at: new Date() } : null;
        const isFinal = operation.tries > 0 && isClear && failure.isFinal;
        const told = isClear ? new GoTalloFailure('gotallo-failed', 'unknown', { cause: failure.cause }) : failure;
        await this.#journal.settle(operation, {
            ...ending('unknown', told, doubt),
            lateMs: isClear ? 0 : this.#timing.lateMs,
            againMs: isFinal ? null : this.#waitAfter(operation.tries)
        });
        return told;
    }

    #waitAfter(tries: number): number | null {
        if (tries >= MOST_TRIES) return null;
        return Math.min(this.#timing.recoveryMs * 2 ** tries, LONGEST_WAIT_MS);
    }
}

function ending(outcome: 'failed' | 'unknown', { code }: Failure, doubt: Doubt | null): Ending {
    return {
        outcome,
        failure: code,
        at: new Date(),
        doubt,
        platform: null,
        lateMs: 0,
        againMs: null,
        undo: null,
        undoBefore: null
    };
}
