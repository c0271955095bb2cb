import type { ConversationRecord, NativeBlock, Undoable } from '../knowledge/records.ts';

/** How one try of an operation ended. */
export type Ending = ConfirmedEnding | FailedEnding | UnknownEnding;

/** What became of one Block User. */
export interface NativeCallEnd {
    /** What is to be stored of the native block. */
    nativeBlock: NativeBlock;
    /** For how many milliseconds from now it may still take effect; 0: it cannot. */
    inFlightMs: number;
}

/** GoTallo confirmed the state. Where something may undo it, it is sent once more when that is over. */
export interface ConfirmedEnding {
    outcome: 'confirmed';
    /** When GoTallo answered. */
    at: Date;
    /** What is to be stored of the native block; null leaves it as it is. */
    nativeBlock: NativeBlock | null;
    /** What became of a Block User that is not written down yet; null: there is none. */
    nativeCall: NativeCallEnd | null;
    /** For how many milliseconds from now an earlier sending of it may still take effect; 0: none may. */
    inFlightMs: number;
    /** What taking it back leads to; null when it cannot be taken back. */
    undo: Omit<Undoable, 'operationId' | 'at'> | null;
}

/** GoTallo refused clearly what was never sent before: nothing was changed, so what was there before counts again. */
export interface FailedEnding {
    outcome: 'failed';
    /** The problem code. */
    failure: string;
    /** What was stored when it was accepted. */
    before: Replaced;
}

/** GoTallo may or may not have applied it, so it is sent again. */
export interface UnknownEnding {
    outcome: 'unknown';
    /** The problem code. */
    failure: string;
    /** For how many milliseconds from now what was sent may still take effect; 0: nothing may. */
    inFlightMs: number;
    /** After how many milliseconds it is taken up again. */
    againMs: number;
}

/** What a new command takes the place of, and what counts again once it was refused. */
export type Replaced = Pick<ConversationRecord, 'unfinished' | 'undoable' | 'undone'>;
