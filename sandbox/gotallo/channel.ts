import type { Conversation } from './conversation.ts';
import { Refusal } from './refusal.ts';

/**
 * The channels of this sandbox that can block a person, as Heroku Messages spell them. GoTallo's own list,
 * its page "Channel Support", is not public.
 */
const BLOCKING = new Set(['whatsapp', 'instagram']);

/** WhatsApp's rule for a block; Instagram has none (Meta's pages "Block Users" and "Moderate conversations"). */
const WINDOW_MS = 24 * 60 * 60 * 1000;

const NOT_IN_WINDOW = 131047;
const SOME_FAILED = 139100;

export function canBlock({ medium }: Conversation): boolean {
    return BLOCKING.has(medium);
}

/** Whether the channel would refuse a block because the person has not written lately; an unblock is never bound. */
export function isOutsideWindow({ medium, messages }: Conversation, now = Date.now()): boolean {
    if (medium !== 'whatsapp') return false;
    return !messages.some(({ outbound, at }) => !outbound && now - Date.parse(at) < WINDOW_MS);
}

/**
 * WhatsApp's refusal in the body of Meta's page "Block Users". What GoTallo makes of it is not public; here it is
 * passed on as it came.
 */
export function outsideWindow({ customer }: Conversation): Refusal {
    const input = `+${customer.phone ?? ''}`;
    const details = 'User has not messaged in the last 24 hours';
    const failed = {
        input,
        errors: [{ message: 'Re-engagement required', code: NOT_IN_WINDOW, error_data: { details } }]
    };
    return new Refusal(400, details, {
        messaging_product: 'whatsapp',
        block_users: { added_users: [], failed_users: [failed] },
        error: {
            message: `(#${SOME_FAILED}) Failed to block/unblock users`,
            type: 'OAuthException',
            code: SOME_FAILED,
            error_data: { details: 'Failed to block some users, see the block_users response list for details' }
        }
    });
}

/** The channel lets nothing through in either direction. */
export function notDelivered(): Refusal {
    return new Refusal(409, 'The channel did not deliver the message: this person is blocked there.');
}
