import { Failure } from '../../failure.ts';
import { endAskedFor, judge, type JudgeOptions } from '../rules/change-rules.ts';
import type { Changes } from './changes.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import type { Acceptance, Decline, DueEnd, Journal } from './journal.ts';
import type { SnapshotReader } from '../knowledge/snapshot-reader.ts';
import type { Snapshot } from '../knowledge/known-state.ts';
import type { GoTallo } from '../ports.ts';
import type { Command } from '../knowledge/records.ts';

/** How many blocks are ended at once. */
const BATCH = 10;

/** To OPEN, as GoTallo documents for every unblock. */
const UNBLOCK: Command = { kind: 'unblock', state: 'OPEN' };

/** What ending blocks needs. */
export interface TimedEndsParts {
    goTallo: GoTallo;
    journal: Journal;
    changes: Changes;
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
    const { changes, snapshots, onFailure } = parts;
    const id = end.conversationId as ConversationId;
    try {
        await changes.make(id, {
            text: `end ${end.blockId}`,
            by: null,
            cameAt: performance.now(),
            gather: () => snapshots.forTimer(id),
            decide: (known, isNative) => judgeEnd(end, known, { isNative, now: end.at })
        });
    } catch (failure) {
        const isBusy = failure instanceof Failure && failure.code === 'conversation-busy';
        if (!isBusy) onFailure(failure);
    }
}

/** What becomes of an end: nothing, once the block was ended, lengthened or is being ended already. */
export function judgeEnd(end: DueEnd, snapshot: Snapshot, options: JudgeOptions): Acceptance | Decline {
    const { openBlock, unfinished } = snapshot.record;
    const until = endAskedFor(snapshot.record);
    const isDue = openBlock?.id === end.blockId && until !== null && until <= end.at;
    if (!isDue || unfinished?.command.kind === 'unblock') return { decline: 'nothing-to-do' };
    return judge(UNBLOCK, snapshot, options);
}
