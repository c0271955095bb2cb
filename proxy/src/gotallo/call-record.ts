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

/** What was seen of the calls to one GoTallo tenant since the process started. */
export class CallRecord {
    /** When GoTallo last took a call. */
    acceptedAt: Date | null = null;
    /** When it last refused the token, unless it took a call since. */
    tokenRefused: RefusedCall | null = null;
    /** When it last refused Block User as it is configured, unless it took one since. */
    blockUserRefused: RefusedCall | null = null;

    noteCall(attempt: Attempt): void {
        if (attempt.kind !== 'answered') return;
        if (REFUSES_TOKEN.includes(attempt.status)) {
            this.tokenRefused = { at: new Date(), status: attempt.status };
        } else if (isSuccess(attempt)) {
            this.acceptedAt = new Date();
            this.tokenRefused = null;
        }
    }

    noteBlockUser(attempt: Attempt, result: BlockUserResult): void {
        if (result.outcome === 'confirmed') this.blockUserRefused = null;
        if (attempt.kind !== 'answered' || result.outcome !== 'refused' || result.reason !== 'set-up') return;
        this.blockUserRefused = { at: new Date(), status: attempt.status };
    }
}
