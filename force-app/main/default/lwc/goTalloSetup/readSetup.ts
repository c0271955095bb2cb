import type { SetupView } from '#contract';

/**
 * Tells the answer of a set-up check from anything else, so that the page need not draw half of one.
 * @throws Error when it is something else
 */
export function readSetup(value: unknown): SetupView {
    const view = value as Partial<SetupView> | null | undefined;
    const isWhole = Array.isArray(view?.checks) && view.checks.every((check) => Array.isArray(check?.facts));
    if (!isWhole) {
        throw new Error('This is no set-up check.');
    }
    return view as SetupView;
}
