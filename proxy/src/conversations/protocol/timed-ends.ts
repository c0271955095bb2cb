import { Failure } from '../../lib/failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import type { SnapshotReader } from '../knowledge/snapshot-reader.ts';
import type { GoTallo } from '../ports.ts';
import { judgeEnd, type DueEnd } from '../rules/judge-end.ts';
import type { CommandQueue } from './command-queue.ts';
import type { Journal } from './journal.ts';

/** How many blocks are ended at once. */
const BATCH = 10;

/** What ending blocks needs. */
export interface TimedEndsParts {
    goTallo: GoTallo;
    journal: Journal;
    queue: CommandQueue;
    snapshots: SnapshotReader;
    onFailure(failure: unknown): void;
}

/**
 * Unblocks every conversation whose block has come to its end, through the same protocol as an agent's unblock. One
 * that could not be ended comes again after a while, for as long as its block is open. Never throws.
 */
export async function endDueBlocks(parts: TimedEndsParts): Promise<void> {
    try {
        while (parts.goTallo.restsForSeconds() === null) {
            const due = await parts.journal.claimDueEnds(BATCH);
            await Promise.all(due.map((end) => endBlock(parts, end)));
            if (due.length < BATCH) return;
        }
    } catch (failure) {
        parts.onFailure(failure);
    }
}

async function endBlock(parts: TimedEndsParts, end: DueEnd): Promise<void> {
    const { queue, snapshots, onFailure } = parts;
    const id = end.conversationId as ConversationId;
    try {
        await queue.carryOut(id, {
            text: `end ${end.blockId}`,
            by: null,
            cameAt: performance.now(),
            gather: () => snapshots.forTimer(id),
            decide: (known, { isNative }) => judgeEnd(end, known, { isNative, now: end.at })
        });
    } catch (failure) {
        const isBusy = failure instanceof Failure && failure.code === 'conversation-busy';
        if (!isBusy) onFailure(failure);
    }
}
