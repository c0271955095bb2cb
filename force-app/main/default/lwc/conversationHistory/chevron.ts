import dir from '@salesforce/i18n/dir';

const CLOSED = dir === 'rtl' ? 'utility:chevronleft' : 'utility:chevronright';

/** The icon beside the title: where it opens to, or that it is open. */
export function chevronOf(isOpen: boolean): string {
    return isOpen ? 'utility:chevrondown' : CLOSED;
}
