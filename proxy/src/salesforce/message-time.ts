import { noLaterThan, storable } from '../lib/bounded-time.ts';

const ISO_8601 = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * When a Heroku Message was written. GoTallo loads messages in bulk, some time after they were written, so its own
 * timestamp counts where it can be read: a message written before a block and loaded after it must not look like
 * news from after the block. It is never later than the record, whatever the writer's clock said, and the record never
 * later than now, whatever Salesforce's says.
 * @param timestamp the message's own time as GoTallo wrote it; without a zone it is read as UTC
 * @param createdDate the record's `CreatedDate`
 */
export function messageTime(timestamp: string | null, createdDate: string, now: Date): Date {
    const created = parseTime(createdDate);
    if (!created) throw new Error('CreatedDate is not a date');
    const written = timestamp === null ? null : parseTime(timestamp);
    return noLaterThan(now, noLaterThan(created, written ?? created));
}

function parseTime(text: string): Date | null {
    const match = ISO_8601.exec(text);
    if (!match) return null;
    // Salesforce writes zones as +0000, which the language's own format does not know.
    const zoned = match[1] ? text.replace(/(\d{2})(\d{2})$/, '$1:$2') : `${text}Z`;
    const time = new Date(zoned.replace(' ', 'T'));
    return Number.isNaN(time.getTime()) ? null : storable(time);
}
