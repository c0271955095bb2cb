import type { ProblemCode } from '#contract';
import type { BlockEnd } from '../knowledge/earlier-blocks.ts';
import type { Command, NativeBlock, Undoable } from '../knowledge/records.ts';

/** What becomes of a command. */
export type Decision = Acceptance | Decline;

/** What follows at once, in the same commit, from accepting a command. */
export interface Acceptance {
    command: Command;
    /** What has ended an open block that no longer holds, by what is known; null: it goes on. */
    endsOpenBlock: BlockEnd | null;
    /** The state is in doubt until the answer is there and written down, and nothing in flight can undo it. */
    isDoubtful: boolean;
    /** Another state is in flight, so that the command is sent once more when that cannot take effect anymore. */
    mayBeUndone: boolean;
    /** What is to be stored of the native block from now on; null leaves it as it is. */
    nativeBlock: NativeBlock | null;
    /** What taking it back would lead to, once it is confirmed; null when it cannot be taken back. */
    before: Before | null;
}

/** What was there before a block or an unblock: its state, and the block that an unblock ends. */
export type Before = Pick<Undoable, 'kind' | 'state' | 'blockId'>;

/** Nothing is written down: either what is stored forbids the command, or it holds already. */
export interface Decline {
    decline: ProblemCode | 'nothing-to-do';
}
