import labelNotSetUp from '@salesforce/label/c.GoTallo_Trouble_notSetUp';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';

/** Codes of a set-up that only an admin can mend; in each of them nothing was changed. */
const SET_UP: ReadonlySet<string> = new Set([
    'conversation-field-unusable',
    'object-not-supported',
    'invalid-conversation-id',
    'not-connected',
    'not-found',
    'method-not-allowed',
    'wrong-org',
    'wrong-tenant'
]);

/** @returns the technical words for those who can do something about it; for everybody else whom to ask */
export function wordsFor(code: string, message: string): string {
    return SET_UP.has(code) && !isAdmin ? labelNotSetUp : message;
}
