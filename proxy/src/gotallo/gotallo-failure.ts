import { GoTalloFailure, type GoTalloCode } from '../conversations/ports.ts';
import { mayHaveApplied, type Attempt } from './attempt.ts';

/** Told to wait, but not how long: long enough not to be part of the problem. */
const DEFAULT_RETRY_AFTER_SECONDS = 30;

/**
 * What a call that was not confirmed means, from all its attempts. If any one of them may have been carried out, the
 * outcome is unknown whatever was answered later, and so the code must not say that nothing was changed.
 */
export function failureOf(attempts: readonly Attempt[]): GoTalloFailure {
    const last = attempts.at(-1);
    const isUnknown = attempts.some(mayHaveApplied);
    const code = isUnknown ? unknownCodeOf(attempts) : clearCodeOf(last);
    const wait = last?.kind === 'answered' || last?.kind === 'held-back' ? last.retryAfterMs : null;
    const seconds = wait === null ? null : Math.ceil(wait / 1000);
    const retryAfterSeconds = seconds ?? (code === 'too-many-requests' ? DEFAULT_RETRY_AFTER_SECONDS : null);
    return new GoTalloFailure(code, isUnknown ? 'unknown' : 'not-applied', {
        ...(retryAfterSeconds !== null && { retryAfterSeconds }),
        // Neither the request, which carries our token, nor a body, which is other people's text.
        cause: new Error(`GoTallo: ${attempts.map(inWords).join(', ')}`)
    });
}

function unknownCodeOf(attempts: readonly Attempt[]): GoTalloCode {
    const lastSent = attempts.findLast(({ kind }) => kind !== 'held-back');
    return lastSent?.kind === 'no-answer' ? 'gotallo-timeout' : 'gotallo-failed';
}

/** For attempts of which none can have been carried out. */
function clearCodeOf(last: Attempt | undefined): GoTalloCode {
    if (last?.kind === 'held-back') return 'gotallo-unavailable';
    if (last?.kind !== 'answered') return 'gotallo-unreachable';
    if (last.status === 429) return 'too-many-requests';
    if (last.status === 404) return 'unknown-conversation';
    return 'gotallo-refused';
}

function inWords(attempt: Attempt): string {
    if (attempt.kind === 'no-answer') return 'no answer in time';
    if (attempt.kind === 'held-back') return 'not sent, to spare it';
    return attempt.kind === 'answered' ? `status ${attempt.status}` : attempt.code;
}
