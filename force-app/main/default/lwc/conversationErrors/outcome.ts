/** Codes after which nobody can say whether a change went through. Every other code means: nothing was changed. */
const UNKNOWN_OUTCOME = new Set([
    'gotallo-failed',
    'gotallo-timeout',
    'internal-error',
    'offline',
    'proxy-timeout',
    'proxy-unreachable',
    'unexpected',
    'unexpected-answer'
]);

/** Whether a change that failed with this code may hold all the same. */
export function leavesOutcomeUnknown(code: string): boolean {
    return UNKNOWN_OUTCOME.has(code);
}
