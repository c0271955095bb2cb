import type { ListRow } from '../../page/page-data.ts';

/** The record in an address such as `/lightning/r/Lead/00Q…/view`; null on the list. */
export function recordIdIn(path: string): string | null {
    return /^\/lightning\/r\/\w+\/(\w{15,18})\/view$/.exec(path)?.[1] ?? null;
}

/** The address of a record's page, or of the list for null. */
export function addressOf(row: ListRow | null): string {
    return row ? `/lightning/r/${row.object}/${row.recordId}/view` : '/lightning/o/Conversation/list';
}

/** The same page as another user, whose first name the address carries. */
export function addressAs(username: string): string {
    return `${location.pathname}?user=${username.split('.')[0]}`;
}
