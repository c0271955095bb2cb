import labelNoPermission from '@salesforce/label/c.GoTallo_SetupCause_noPermission';
import labelNotConnected from '@salesforce/label/c.GoTallo_SetupCause_notConnected';
import labelRefused from '@salesforce/label/c.GoTallo_SetupCause_refused';
import labelSlow from '@salesforce/label/c.GoTallo_SetupCause_slow';
import labelUnreachable from '@salesforce/label/c.GoTallo_SetupCause_unreachable';
import labelWrongOrg from '@salesforce/label/c.GoTallo_SetupCause_wrongOrg';

/** What to do when the set-up could not be checked, and where in Setup. */
export interface Cause {
    fix: string;
    link: string | null;
}

const NAMED_CREDENTIALS = '/lightning/setup/NamedCredential/home';

const NOT_CONNECTED: Cause = { fix: labelNotConnected, link: NAMED_CREDENTIALS };
const UNREACHABLE: Cause = { fix: labelUnreachable, link: NAMED_CREDENTIALS };
const SLOW: Cause = { fix: labelSlow, link: null };
const REFUSED: Cause = { fix: labelRefused, link: null };

const CAUSES: Readonly<Record<string, Cause>> = {
    'not-connected': NOT_CONNECTED,
    'proxy-unreachable': UNREACHABLE,
    'not-found': UNREACHABLE,
    'method-not-allowed': UNREACHABLE,
    'unexpected-answer': UNREACHABLE,
    'proxy-timeout': SLOW,
    'salesforce-unavailable': SLOW,
    'internal-error': SLOW,
    'wrong-org': { fix: labelWrongOrg, link: '/lightning/setup/CompanyProfileInfo/home' },
    'invalid-token': REFUSED,
    'api-disabled': REFUSED,
    'user-type-not-allowed': REFUSED,
    'no-permission': { fix: labelNoPermission, link: '/lightning/setup/PermSets/home' }
};

/** The known cause that an error's code speaks of; null when there is none. */
export function causeOf(code: string): Cause | null {
    return Object.hasOwn(CAUSES, code) ? (CAUSES[code] ?? null) : null;
}
