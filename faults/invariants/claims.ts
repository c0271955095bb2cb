import type { ConversationState, ConversationView } from '#contract';
import { AFTER_MESSAGE, type Truth } from '../../fakes/true-conversation.ts';
import { nativeOf, type NativeStatus } from '../contract.ts';
import { inWords } from '../gotallo/played-conversation.ts';
import type { Violation } from './violation.ts';

/** Whether the native block holds, by what a view claims; a refusal left it as it was: not blocked. */
const CLAIMED = new Map<NativeStatus, boolean>([
    ['blocked', true],
    ['not-blocked', false],
    ['refused', false]
]);

/** What was true while a view was asked for. */
export interface Meanwhile {
    /** Everything that was true at some time between the request and the answer. */
    truths: readonly Truth[];
    /** Whether a Block User could still take effect in all of that time. */
    isToggleInFlight: boolean;
}

/**
 * Whether all that a view claims was true at some time between its request and its answer. What it shows by a Heroku
 * Message is one agent's own, and nothing that the proxy claims.
 */
export function falseClaims(view: ConversationView, { truths, isToggleInFlight }: Meanwhile): Violation[] {
    const violations: Violation[] = [];
    const told = truths.map(inWords).join(', then ');
    const claimed = CLAIMED.get(nativeOf(view));
    const isTrue = claimed === undefined || truths.some((truth) => truth.isNativeBlocked === claimed);
    if (!isTrue || (claimed !== undefined && isToggleInFlight)) {
        const why = isTrue ? 'a Block User may still take effect' : `it is ${told}`;
        violations.push({ invariant: 'status', detail: `The view says "${nativeOf(view)}", and ${why}.` });
    }
    if (view.stateSource === 'heroku-message') return violations;
    const { state } = view;
    if (state !== null && !truths.some((truth) => fits(state, truth.state))) {
        const detail = `The view says ${state} by ${view.stateSource}, and it is ${told}.`;
        violations.push({ invariant: 'state', detail });
    }
    if (view.block?.state === 'confirmed' && truths.every((truth) => truth.state !== 'BLOCKED')) {
        violations.push({ invariant: 'state', detail: `A block is called confirmed, and it is ${told}.` });
    }
    return violations;
}

/** A customer's message reopens what is closed, which nobody tells the proxy before the webhook. */
function fits(state: ConversationState, truth: ConversationState): boolean {
    return state === truth || AFTER_MESSAGE[state] === truth;
}
