import type { BlockUserResult } from '../conversations/ports.ts';
import { isSuccess, type Attempt } from './attempt.ts';

/** An answer that took our call for a wrong one. */
interface RefusedCall {
    at: Date;
    /** The HTTP status. */
    status: number;
}

/** Statuses by which GoTallo refuses the token itself. */
const REFUSES_TOKEN = [401, 403];

type Refusal = Extract<Attempt, { kind: 'answered' }>;

/** Whether it was answered by a status that stands for a refused token. */
export function looksLikeRefusedToken(attempt: Attempt | undefined): attempt is Refusal {
    return attempt?.kind === 'answered' && REFUSES_TOKEN.includes(attempt.status);
}

/** What was seen of the calls to one GoTallo tenant since the process started. */
export class CallRecord {
    /** When GoTallo last took a call. */
    acceptedAt: Date | null = null;
    /** When it last refused the token, unless it took a call since. */
    tokenRefused: RefusedCall | null = null;
    /** When it last refused Block User as it is configured, unless it took one since. */
    blockUserRefused: RefusedCall | null = null;

    noteCall(attempt: Attempt): void {
        if (!isSuccess(attempt)) return;
        this.acceptedAt = new Date();
        this.tokenRefused = null;
    }

    /** Notes that GoTallo refused the token. A channel may refuse by the same status, so the caller must know which. */
    noteTokenRefused({ status }: Refusal): void {
        this.tokenRefused = { at: new Date(), status };
    }

    noteBlockUser(attempt: Attempt, result: BlockUserResult): void {
        if (result.outcome === 'confirmed') this.blockUserRefused = null;
        if (attempt.kind !== 'answered' || result.outcome !== 'refused' || result.reason !== 'set-up') return;
        this.blockUserRefused = { at: new Date(), status: attempt.status };
    }
}
