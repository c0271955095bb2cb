import type { ProblemCode } from '#contract';
import type { Acceptance, Before, Decline } from './journal.ts';
import { mayUndo } from './in-flight.ts';
import { knownState, type Facts } from './known-state.ts';
import { afterEndElsewhere, knownNativeBlock } from './known-native-block.ts';
import type { ConversationRecord, NativeBlock, Command } from './records.ts';
import { blockStanding } from './shown-block.ts';

/** What a command is judged by, beside the facts. */
export interface JudgeOptions {
    /** Whether the native block is used here. */
    isNative: boolean;
    now: Date;
}

/** What becomes of a command, by all that is known at the moment of accepting it. */
export function judge(command: Command, facts: Facts, { isNative, now }: JudgeOptions): Acceptance | Decline {
    const standing = knownNativeBlock(facts, isNative);
    const refusal = refusalOf(command, facts);
    if (refusal !== null) return { decline: refusal };
    const isUnblocked = isKnownUnblocked(facts);
    const { unfinished, openBlock, inFlight, nativeBlock: stored } = facts.record;
    // An open block is for others what it was, whatever this agent sees.
    const isSettled = isUnblocked && unfinished === null && openBlock === null && standing?.status !== 'blocked';
    if (command.kind === 'unblock' && isSettled) return { decline: 'nothing-to-do' };
    const isEndedElsewhere = blockStanding(facts) === 'none';
    const isAnew = command.kind === 'block' && blocksAnew(command, facts.record, now);
    const whole = isAnew ? command : completed(command, facts, isUnblocked);
    const mayBeUndone = mayUndo(inFlight, whole.state);
    return {
        command: whole,
        endsOpenBlock: isEndedElsewhere || isAnew,
        isDoubtful: mayBeUndone || !isConfirmed(whole, facts),
        mayBeUndone,
        nativeBlock: nativeBlockAfter(facts, standing, isEndedElsewhere) ?? (standing === stored ? null : standing),
        before: command.undoes === undefined ? beforeOf(command, facts) : null
    };
}

/** When the block ends by itself. One that is asked for and not confirmed may have brought another end. */
export function endAskedFor({ openBlock, unfinished }: ConversationRecord): Date | null {
    const asked = unfinished?.command.kind === 'block' ? unfinished.command.until : undefined;
    return asked === undefined ? (openBlock?.until ?? null) : asked;
}

/**
 * Whether whoever blocks now blocks anew: the open block is over, is being ended, or is one that an undo without an
 * answer was to give back.
 */
function blocksAnew(command: Command, record: ConversationRecord, now: Date): boolean {
    if (command.undoes !== undefined) return false;
    const until = endAskedFor(record);
    const asked = record.unfinished?.command;
    return (until !== null && until <= now) || asked?.kind === 'unblock' || asked?.undoes !== undefined;
}

/**
 * The command as it is written down: an unblock leaves the state of what is not blocked as it is, and a block that repeats
 * one without an answer says what that said as well, where it does not speak of it.
 */
function completed(command: Command, facts: Facts, isUnblocked: boolean): Command {
    if (command.kind === 'unblock' && isUnblocked)
        return { ...command, state: knownState(facts).state ?? command.state };
    const asked = facts.record.unfinished?.command;
    if (command.kind !== 'block' || asked?.kind !== 'block') return command;
    const { reason = asked.reason, note = asked.note, until = asked.until } = command;
    return { ...command, reason, note, until };
}

/** What the command changes, where that is known for sure; what is done already changes nothing. */
function beforeOf({ kind }: Command, facts: Facts): Before | null {
    const { state } = knownState(facts);
    const block = blockStanding(facts);
    if (kind === 'block') {
        return state === null || state === 'BLOCKED' || block !== 'none' ? null : { kind, state, blockId: null };
    }
    if (kind !== 'unblock' || block !== 'confirmed') return null;
    return { kind, state: 'BLOCKED', blockId: facts.record.openBlock?.id ?? null };
}

/** Why what is known forbids the command; null when nothing does. */
function refusalOf(command: Command, facts: Facts): ProblemCode | null {
    const { state } = knownState(facts);
    if (state === 'EXPIRED') return 'conversation-expired';
    const isBlocked = state === 'BLOCKED' || blockStanding(facts) !== 'none';
    return command.kind === 'state' && isBlocked ? 'conversation-blocked' : null;
}

/**
 * Whether the conversation is known not to be blocked. An unblock then leaves the state as it is: OPEN would end the
 * bot's part or reopen what is closed.
 */
function isKnownUnblocked(facts: Facts): boolean {
    const { state } = knownState(facts);
    return state !== null && state !== 'BLOCKED' && blockStanding(facts) === 'none';
}

/** Whether GoTallo has confirmed the same state to us, so that it holds whether the command is applied again or not. */
function isConfirmed(command: Command, facts: Facts): boolean {
    const { state, source } = knownState(facts);
    return state === command.state && source === 'proxy';
}

function nativeBlockAfter(facts: Facts, standing: NativeBlock | null, isEndedElsewhere: boolean): NativeBlock | null {
    const { openBlock } = facts.record;
    const { at } = knownState(facts);
    return isEndedElsewhere && openBlock !== null && at !== null ? afterEndElsewhere(standing, at) : null;
}
