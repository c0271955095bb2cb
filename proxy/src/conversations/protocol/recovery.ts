import type { Operation } from '../knowledge/records.ts';
import type { GoTallo } from '../ports.ts';
import type { Journal } from './journal.ts';
import { newestOf, type OperationRunner } from './operation-runner.ts';

/** How many conversations are taken up at once. */
const BATCH = 10;

/** What recovery needs. */
export interface RecoveryParts {
    goTallo: GoTallo;
    journal: Journal;
    runner: OperationRunner;
    onFailure(failure: unknown): void;
}

/**
 * Takes up every conversation that nobody holds and whose time has come: one that a process left when it died, one whose
 * target got no clear answer, and one whose target something sent earlier may have undone. Each is sent its target once
 * more, until GoTallo confirms it; Block User is sent only if it surely never was. Never throws.
 */
export async function recover(parts: RecoveryParts): Promise<void> {
    try {
        while (parts.goTallo.restsForSeconds() === null) {
            const due = await parts.journal.claimDue(BATCH);
            await Promise.all(due.map((operation) => resume(parts, operation)));
            if (due.length < BATCH) return;
        }
    } catch (failure) {
        parts.onFailure(failure);
    }
}

async function resume({ journal, runner, onFailure }: RecoveryParts, operation: Operation): Promise<void> {
    try {
        const record = await journal.read(operation.conversationId);
        await runner.run(operation, {
            nativeBlock: record.nativeBlock,
            newestAt: newestOf(record),
            undo: null,
            before: record
        });
    } catch (failure) {
        onFailure(failure);
    }
}
