import type { ProblemCode } from '#contract';
import { knownState, type Facts } from './known-state.ts';
import type { Wish } from './records.ts';
import { blockStanding } from './shown-block.ts';

/** Why what is known forbids the wish; null when nothing does. */
export function refusalOf(wish: Wish, facts: Facts): ProblemCode | null {
    const { state } = knownState(facts);
    if (state === 'EXPIRED') return 'conversation-expired';
    const isBlocked = state === 'BLOCKED' || blockStanding(facts) !== 'none';
    return wish.kind === 'state' && isBlocked ? 'conversation-blocked' : null;
}

/** Whether the conversation is known not to be blocked, so that an unblock has nothing to do. */
export function isAlreadyUnblocked(wish: Wish, facts: Facts): boolean {
    const { state } = knownState(facts);
    const knownElse = state !== null && state !== 'BLOCKED';
    return wish.kind === 'unblock' && knownElse && blockStanding(facts) === 'none';
}

/**
 * Whether the state is in doubt while the wish has no answer. It is not only when GoTallo itself has confirmed the same
 * state to us: then the state is that one, applied again or not.
 */
export function isDoubtful(wish: Wish, facts: Facts): boolean {
    const { state, source } = knownState(facts);
    return state !== wish.state || source !== 'proxy';
}
