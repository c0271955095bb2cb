import { GoTalloFailure } from '../conversations/ports.ts';
import { mayHaveApplied, type Attempt } from './attempt.ts';

/** Told to wait, but not how long: long enough not to be part of the problem. */
const DEFAULT_RETRY_AFTER_SECONDS = 30;

type Code = ConstructorParameters<typeof GoTalloFailure>[0];

/**
 * What a call that was not confirmed means, from all its attempts: the last one gives the code; if any one of them
 * may have been carried out, the outcome is unknown, whatever was answered later.
 */
export function failureOf(attempts: readonly Attempt[]): GoTalloFailure {
    const last = attempts.at(-1);
    const code = codeOf(last);
    const wait = last?.kind === 'answered' ? last.retryAfterMs : null;
    const seconds = wait === null ? null : Math.ceil(wait / 1000);
    const retryAfterSeconds = seconds ?? (code === 'too-many-requests' ? DEFAULT_RETRY_AFTER_SECONDS : null);
    return new GoTalloFailure(code, attempts.some(mayHaveApplied) ? 'unknown' : 'not-applied', {
        ...(retryAfterSeconds !== null && { retryAfterSeconds }),
        // Neither the request, which carries our token, nor a body, which is other people's text.
        cause: new Error(`GoTallo: ${attempts.map(inWords).join(', ') || 'nothing was sent'}`)
    });
}

function codeOf(last: Attempt | undefined): Code {
    if (last?.kind === 'no-answer') return 'gotallo-timeout';
    if (last?.kind !== 'answered') return 'gotallo-failed';
    if (last.status === 429) return 'too-many-requests';
    if (last.status === 404) return 'unknown-conversation';
    return last.status >= 400 && last.status < 500 ? 'gotallo-refused' : 'gotallo-failed';
}

function inWords(attempt: Attempt): string {
    if (attempt.kind === 'no-answer') return 'no answer in time';
    return attempt.kind === 'answered' ? `status ${attempt.status}` : attempt.code;
}
