import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/** Setup objects whose standard records are named in the org's language. */
const NAMED_BY_LANGUAGE = 'Profile|UserRole|RecordType';

/** In brackets, in a text, or over a relationship. */
const PATTERNS = [
    new RegExp(
        `\\bFROM\\s+(?:${NAMED_BY_LANGUAGE})\\b[^\\]]*?\\bName\\s*(?:=|!=|\\bLIKE\\b|\\bIN\\b)\\s*[('"\\\\]`,
        'gi'
    ),
    new RegExp(`\\b(?:${NAMED_BY_LANGUAGE})\\.Name\\s*(?:=|!=|\\bLIKE\\b|\\bIN\\b)\\s*[('"\\\\]`, 'gi'),
    /\bgetRecordTypeInfosByName\b/gi
];

/** `Minimum Access - Salesforce` has another name in a German org, and the query finds no row there. */
export function checkLocalizedNames(org: Org): Problem[] {
    return [...org.classes.values()].flatMap(({ path: file, code }) =>
        PATTERNS.flatMap((pattern) =>
            [...code.matchAll(pattern)].map((match) => ({
                file,
                line: code.slice(0, match.index + match[0].length).split('\n').length,
                message: 'the name is another one in an org of another language'
            }))
        )
    );
}
