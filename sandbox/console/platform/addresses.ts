import type { ListRow } from '../../page/page-data.ts';

const RECORD = /^\/lightning\/r\/(\w+)\/(\w{15,18})\/view$/;

/** The record in an address such as `/lightning/r/Lead/00Q…/view`; null on every other page. */
export function recordIdIn(path: string): string | null {
    return RECORD.exec(path)?.[2] ?? null;
}

/** The object in such an address. */
export function objectIn(path: string): string | null {
    return RECORD.exec(path)?.[1] ?? null;
}

/** The address of a record's page, or of the list for null. */
export function addressOf(record: Pick<ListRow, 'object' | 'recordId'> | null): string {
    return record ? `/lightning/r/${record.object}/${record.recordId}/view` : '/lightning/o/Conversation/list';
}

/** What an address carries beside the page: who looks, and how. Null takes it away. */
export type Parameters = Partial<Record<'user' | 'lang' | 'dir' | 'formFactor' | 'pane' | 'recordId', string | null>>;

/** A path with what this page's address carries, changed in part. */
export function pathWith(path: string, changes: Parameters = {}): string {
    const parameters = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
        if (value === null) parameters.delete(name);
        else parameters.set(name, value);
    }
    return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

/** As an address carries a user: by first name. */
export function shortName(username: string): string {
    return username.split('.')[0] ?? '';
}
