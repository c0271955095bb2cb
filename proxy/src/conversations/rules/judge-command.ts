import type { ProblemCode } from '#contract';
import { blockStatus } from '../knowledge/block-status.ts';
import type { BlockEnd } from '../knowledge/earlier-blocks.ts';
import { mayUndo } from '../knowledge/in-flight.ts';
import { afterEndElsewhere, knownNativeBlock } from '../knowledge/known-native-block.ts';
import { knownState, type Snapshot } from '../knowledge/known-state.ts';
import type { ConversationRecord, NativeBlock, Command } from '../knowledge/records.ts';
import { isFinal } from '../knowledge/states.ts';
import type { Before, Decision } from './decision.ts';

/** What a command is judged by, beside the snapshot. */
export interface JudgeOptions {
    /** Whether the native block is used here. */
    isNative: boolean;
    now: Date;
}

/** What becomes of a command, by all that is known at the moment of accepting it. */
export function judge(command: Command, snapshot: Snapshot, { isNative, now }: JudgeOptions): Decision {
    const known = knownNativeBlock(snapshot, isNative);
    const refusal = refusalOf(command, snapshot);
    if (refusal !== null) return { decline: refusal };
    const isUnblocked = isKnownUnblocked(snapshot);
    const { unfinished, openBlock, inFlight, nativeBlock: stored } = snapshot.record;
    // An open block is for others what it was, whatever this agent sees.
    const isSettled = isUnblocked && unfinished === null && openBlock === null && known?.status !== 'blocked';
    if (command.kind === 'unblock' && isSettled) return { decline: 'nothing-to-do' };
    const isEndedElsewhere = blockStatus(snapshot) === 'none';
    const anew = command.kind === 'block' ? endBeforeAnew(command, snapshot.record, now) : null;
    const whole = anew === null ? completed(command, snapshot, isUnblocked) : command;
    const mayBeUndone = mayUndo(inFlight, whole.state);
    return {
        command: whole,
        endsOpenBlock: isEndedElsewhere ? 'elsewhere' : anew,
        isDoubtful: mayBeUndone || !isConfirmed(whole, snapshot),
        mayBeUndone,
        nativeBlock: nativeBlockAfter(snapshot, known, isEndedElsewhere) ?? (known === stored ? null : known),
        before: command.undoes === undefined ? beforeOf(command, snapshot) : null
    };
}

/** When the block ends by itself. One that is asked for and not confirmed may have brought another end. */
export function endAskedFor({ openBlock, unfinished }: ConversationRecord): Date | null {
    const asked = unfinished?.command.terms?.until;
    return asked === undefined ? (openBlock?.terms.until ?? null) : asked;
}

/**
 * What has ended the open block where whoever blocks now blocks anew: it is over, is being ended, or is one that an undo
 * without an answer was to give back. Null: they do not.
 */
function endBeforeAnew(command: Command, record: ConversationRecord, now: Date): BlockEnd | null {
    if (command.undoes !== undefined) return null;
    const until = endAskedFor(record);
    if (until !== null && until <= now) return 'timer';
    const asked = record.unfinished?.command;
    if (asked?.kind === 'unblock') return asked.undoes === undefined ? 'agent' : 'taken-back';
    return asked?.undoes === undefined ? null : 'agent';
}

/**
 * The command as it is written down: an unblock leaves the state of what is not blocked as it is, and a block that repeats
 * one without an answer says what that said as well, where it does not speak of it.
 */
function completed(command: Command, snapshot: Snapshot, isUnblocked: boolean): Command {
    if (command.kind === 'unblock' && isUnblocked)
        return { ...command, state: knownState(snapshot).state ?? command.state };
    const asked = snapshot.record.unfinished?.command;
    if (command.kind !== 'block' || asked?.kind !== 'block') return command;
    return { ...command, terms: { ...asked.terms, ...command.terms } };
}

/** What the command changes, where that is known for sure; what is done already changes nothing. */
function beforeOf({ kind }: Command, snapshot: Snapshot): Before | null {
    const { state } = knownState(snapshot);
    const block = blockStatus(snapshot);
    if (kind === 'block') {
        return state === null || state === 'BLOCKED' || block !== 'none' ? null : { kind, state, blockId: null };
    }
    if (kind !== 'unblock' || block !== 'confirmed') return null;
    return { kind, state: 'BLOCKED', blockId: snapshot.record.openBlock?.id ?? null };
}

/** Why what is known forbids the command; null when nothing does. */
function refusalOf(command: Command, snapshot: Snapshot): ProblemCode | null {
    const { state } = knownState(snapshot);
    if (isFinal(state)) return 'conversation-expired';
    const isBlocked = state === 'BLOCKED' || blockStatus(snapshot) !== 'none';
    return command.kind === 'state' && isBlocked ? 'conversation-blocked' : null;
}

/**
 * Whether the conversation is known not to be blocked. An unblock then leaves the state as it is: OPEN would end the
 * bot's part or reopen what is closed.
 */
function isKnownUnblocked(snapshot: Snapshot): boolean {
    const { state } = knownState(snapshot);
    return state !== null && state !== 'BLOCKED' && blockStatus(snapshot) === 'none';
}

/** Whether GoTallo has confirmed the same state to us, so that it holds whether the command is applied again or not. */
function isConfirmed(command: Command, snapshot: Snapshot): boolean {
    const { state, source } = knownState(snapshot);
    return state === command.state && source === 'proxy';
}

function nativeBlockAfter(
    snapshot: Snapshot,
    known: NativeBlock | null,
    isEndedElsewhere: boolean
): NativeBlock | null {
    const { openBlock } = snapshot.record;
    const { at } = knownState(snapshot);
    return isEndedElsewhere && openBlock !== null && at !== null ? afterEndElsewhere(known, at) : null;
}
