import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/** Restricted picklists of User, and values that every org has. Short on purpose: add one when you have seen it. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
    EmailEncodingKey: ['UTF-8', 'ISO-8859-1', 'Shift_JIS'],
    LanguageLocaleKey: ['en_US', 'de', 'es', 'fr', 'it', 'ja', 'nl_NL', 'pt_BR'],
    LocaleSidKey: ['en_US', 'en_GB', 'de_DE', 'es_ES', 'fr_FR', 'it_IT', 'ja_JP', 'nl_NL', 'pt_BR'],
    TimeZoneSidKey: ['GMT', 'America/Los_Angeles', 'America/New_York', 'Europe/London', 'Europe/Paris', 'Asia/Tokyo']
};

const ASSIGNED = new RegExp(`\\b(${Object.keys(VALUES).join('|')})\\s*=\\s*'([^']*)'`, 'gi');

/** A user with another value is refused, the test fails, and the deployment is rolled back: there is no `UTC`. */
export function checkRestrictedValues(org: Org): Problem[] {
    return [...org.classes.values()].flatMap(({ path: file, code }) =>
        [...code.matchAll(ASSIGNED)].flatMap((match) => {
            const [, written = '', value = ''] = match;
            const field = Object.keys(VALUES).find((each) => each.toLowerCase() === written.toLowerCase()) ?? '';
            const values = VALUES[field] ?? [];
            if (values.includes(value)) return [];
            const line = code.slice(0, match.index).split('\n').length;
            return [{ file, line, message: `User.${field} "${value}" is not known as one of ${values.join(', ')}` }];
        })
    );
}
