import type { Snapshot } from '../knowledge/known-state.ts';
import type { Command } from '../knowledge/records.ts';
import type { Decision } from './decision.ts';
import { endAskedFor, judge, type JudgeOptions } from './judge-command.ts';

/** To OPEN, as GoTallo documents for every unblock. */
const UNBLOCK: Command = { kind: 'unblock', state: 'OPEN' };

/** A block whose time is over. */
export interface DueEnd {
    conversationId: string;
    blockId: string;
    /** When it was found to be over, by the clock of the database. */
    at: Date;
}

/** What becomes of an end: nothing, once the block was ended, lengthened or is being ended already. */
export function judgeEnd(end: DueEnd, snapshot: Snapshot, options: JudgeOptions): Decision {
    const { openBlock, unfinished } = snapshot.record;
    const until = endAskedFor(snapshot.record);
    const isDue = openBlock?.id === end.blockId && until !== null && until <= end.at;
    if (!isDue || unfinished?.command.kind === 'unblock') return { decline: 'nothing-to-do' };
    return judge(UNBLOCK, snapshot, options);
}
