import type { ConversationState, ConversationView } from '#contract';
import type { Truth } from '../gotallo/true-conversation.ts';
import type { Violation } from './violation.ts';

/** Whether the channel's own block holds, by what a view claims; a refusal left it as it was: not blocked. */
const CLAIMED = new Map<ConversationView['platformBlock']['status'], boolean>([
    ['blocked', true],
    ['not-blocked', false],
    ['refused', false]
]);

/**
 * Whether all that a view claims was true at some time between its request and its answer.
 * @param truths everything that was true in that time
 * @param isStateSure whether nothing could change the state behind the back of the proxies
 */
export function falseClaims(view: ConversationView, truths: readonly Truth[], isStateSure: boolean): Violation[] {
    const violations: Violation[] = [];
    const claimed = CLAIMED.get(view.platformBlock.status);
    if (claimed !== undefined && truths.every((truth) => truth.isPlatformBlocked !== claimed)) {
        const detail = `The view says "${view.platformBlock.status}", the platform ${words(truths)}.`;
        violations.push({ invariant: 'status', detail });
    }
    if (!isStateSure) return violations;
    if (view.state !== null && !truths.some(({ state }) => fits(view, state))) {
        violations.push({ invariant: 'state', detail: `The view says ${view.state}, and it is ${words(truths)}.` });
    }
    if (view.block?.state === 'confirmed' && truths.every(({ state }) => state !== 'BLOCKED')) {
        violations.push({ invariant: 'state', detail: `A block is called confirmed, and it is ${words(truths)}.` });
    }
    return violations;
}

/** A customer's message reopens what is closed, which nobody tells the proxy before the webhook. */
function fits({ state }: ConversationView, truth: ConversationState): boolean {
    return state === truth || (state === 'CLOSED' && truth === 'OPEN');
}

function words(truths: readonly Truth[]): string {
    return truths.map((it) => `${it.state}, ${it.isPlatformBlocked ? '' : 'not '}blocked`).join(' then ');
}
