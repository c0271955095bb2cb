import type { DeployFailure, DeployOutcome } from '../org/port.ts';
import { Trouble } from '../trouble.ts';

interface Refusal {
    pattern: RegExp;
    means: string;
    mend: string;
}

/** What orgs are known to refuse, in words; docs/admin-setup.md lists the same under "Troubleshooting". */
const REFUSALS: readonly Refusal[] = [
    {
        pattern: /INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|bad value for restricted picklist/i,
        means: 'A test writes a value that is not in a list of Salesforce itself, such as a time zone.',
        mend: 'Use a value of that list in the test, such as GMT. The org has taken nothing of this step.'
    },
    {
        pattern: /duplicate value found: ExternalClientApplicationId/i,
        means: 'Salesforce has made the policies of this app itself, under other names, and takes no second ones.',
        mend: 'Run this again: it asks the org for the names. If it happens again, rename the files as the org lists them.'
    },
    {
        pattern: /not available for deploy for this organization/i,
        means: 'A language is not switched on in this org.',
        mend: 'Leave its file out, or switch the language on in Setup > Translation Language Settings.'
    },
    {
        pattern: /no Certificate named|certificate.*not found/i,
        means: 'The certificate is not in the org, so what refers to it cannot be deployed yet.',
        mend: 'Deploy the certificate first, in a call of its own: bin/install does.'
    },
    {
        pattern: /no (?!Certificate)\w+ named .* found|cross.?reference/i,
        means: 'Something refers to a part that is not in the org.',
        mend: 'Deploy the folders in their order (code, app, credentials, policies): bin/install does.'
    },
    {
        pattern: /FIELD_CUSTOM_VALIDATION_EXCEPTION|REQUIRED_FIELD_MISSING/,
        means: 'Your org requires more fields of an Account or a Contact than the tests fill in.',
        mend: 'Add them in insertAccount of the test classes, or deploy to a sandbox first, where no tests run.'
    },
    {
        pattern: /consumer ?key/i,
        means: 'The consumer key of an app cannot be changed once it exists.',
        mend: 'Leave the key out of the app, or delete the app and run this again.'
    },
    {
        pattern: /invalid JSON syntax/i,
        means: 'The org wants the claims of the external credential in another form than any that is known.',
        mend: 'Make the external credential by hand: docs/admin-setup.md.'
    },
    {
        pattern: /INSUFFICIENT_ACCESS|insufficient (?:access|privileges)/i,
        means: 'You may not do this in the org.',
        mend: 'Log in as a system administrator.'
    }
];

const MOST_SHOWN = 5;
const UNKNOWN_MEND = 'Nothing of this step was kept. Mend what the org names, then run the same command again.';

/** A refused deployment, in the words of an admin first and those of the org after them. */
export function refused(what: string, { failures }: DeployOutcome): Trouble {
    const known = REFUSALS.filter(({ pattern }) => failures.some(({ problem }) => pattern.test(problem)));
    const means = known.length > 0 ? known.map((each) => each.means) : ['The org refused it.'];
    const shown = failures.slice(0, MOST_SHOWN).map(line);
    const more = failures.length > MOST_SHOWN ? [`… and ${failures.length - MOST_SHOWN} more`] : [];
    const mends = known.length > 0 ? known.map(({ mend }) => mend) : [UNKNOWN_MEND];
    return new Trouble(
        [`${what}.`, ...means, 'The org says:', ...shown, ...more].join('\n    '),
        [...new Set(mends)].join('\n  ')
    );
}

function line({ what, problem }: DeployFailure): string {
    return `${what}: ${problem}`;
}

/** Whether the org gave that reason. */
export function saysSo({ failures }: DeployOutcome, pattern: RegExp): boolean {
    return failures.some(({ problem }) => pattern.test(problem));
}
