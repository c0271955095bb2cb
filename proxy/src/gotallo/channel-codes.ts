import type { NativeBlockReason } from '#contract';
import { allMembers } from './json.ts';

/**
 * What the error codes of WhatsApp's Block Users API mean, and 2048 of its on-premises API. Sources: Meta's list of
 * codes as copied at support.chatarchitect.com/books/meta-whatsapp/page/block-users-api-guide-developer-documentation;
 * docs.360dialog.com/partner/~/changes/xcA8qeNG4V8gwNXA8MVc/messaging/contacts-and-location-messages.
 * The more telling ones first: 139100 says of a list that some failed, and each one has its own code.
 */
const REASONS: ReadonlyMap<string, NativeBlockReason> = new Map([
    ['131047', 'window-closed'],
    ['2048', 'window-closed'],
    ['139101', 'list-full'],
    ['131021', 'own-number'],
    ['130429', 'too-many'],
    ['139102', 'channel-trouble'],
    ['139103', 'channel-trouble'],
    ['139100', 'not-done']
]);

/** The reason behind the known error codes anywhere in an answer; null when there is none. */
export function reasonIn(json: unknown): NativeBlockReason | null {
    const codes = new Set<string>();
    for (const [key, value] of allMembers(json)) {
        if (/code$/i.test(key) && ['string', 'number'].includes(typeof value)) codes.add(String(value).trim());
    }
    const known = [...REASONS].find(([code]) => codes.has(code));
    return known?.[1] ?? null;
}
