import type { ConversationView } from '#contract';

/**
 * Tells a view from anything else, so that no component has to draw half of one.
 * @returns the value itself, or null when it lacks what every view has
 */
export function readView(value: unknown): ConversationView | null {
    const view = value as Partial<ConversationView> | null | undefined;
    const hasParts = view?.channel && view.customer && view.nativeBlock && Array.isArray(view.actions);
    return typeof view?.id === 'string' && hasParts ? (view as ConversationView) : null;
}
