import { parseArgs } from 'node:util';
import { EXIT, Trouble } from './trouble.ts';

/** What the one who installs wants. */
export interface InstallOptions {
    /** Alias or username; null: the default org of Salesforce's CLI. */
    target: string | null;
    proxyUrl: string;
    agents: readonly string[];
    supervisors: readonly string[];
    /** null: the e-mail address of the installing user. */
    contact: string | null;
    /** null: My Domain. */
    audience: string | null;
    renewsCertificate: boolean;
    isDryRun: boolean;
    isJson: boolean;
    isYes: boolean;
}

export const INSTALL_USAGE = `bin/install --target-org ALIAS --proxy-url https://… [options]

  --target-org ALIAS      a login that "sf org login web" made; left out: the default org
  --proxy-url URL         the public address of the proxy, without a slash at its end
  --agent USERNAME …      who gets the permission set group GoTallo_Agent
  --supervisor USERNAME … who gets GoTallo_Supervisor
  --contact EMAIL         contact of the external client app; left out: your own address
  --audience URL          audience of the tokens; left out: My Domain. https://login.salesforce.com
                          and https://test.salesforce.com (sandboxes) are possible too
  --renew-certificate     makes a new certificate, even if the present one is good for long
  --dry-run               looks, and lets the org try the code; changes nothing
  --yes                   no questions; needed for a production org where nobody can be asked
  --json                  one JSON document instead of lines
  --help                  this text

Running it again is safe: it goes on where it was interrupted, upgrades, and renews the certificate.
Exit codes: 0 well · 1 unexpected · 2 wrong option · 3 no login or no network · 4 the org is not ready ·
5 a step failed · 6 installed, but the proof failed · 130 interrupted. More: docs/install.md`;

const OPTIONS = {
    'target-org': { type: 'string' },
    'proxy-url': { type: 'string' },
    agent: { type: 'string', multiple: true },
    supervisor: { type: 'string', multiple: true },
    contact: { type: 'string' },
    audience: { type: 'string' },
    'renew-certificate': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    yes: { type: 'boolean' },
    help: { type: 'boolean' }
} as const;

const MY_DOMAIN = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.my\.salesforce\.com$/;
const AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * @returns null when only help is asked for
 * @throws Trouble with every mistake at once
 */
export function parseInstallOptions(args: readonly string[]): InstallOptions | null {
    const values = read(args);
    if (values.help === true) return null;
    const options = {
        target: values['target-org'] ?? null,
        proxyUrl: values['proxy-url'] ?? '',
        agents: names(values.agent),
        supervisors: names(values.supervisor),
        contact: values.contact ?? null,
        audience: values.audience ?? null,
        renewsCertificate: values['renew-certificate'] ?? false,
        isDryRun: values['dry-run'] ?? false,
        isJson: values.json ?? false,
        isYes: values.yes ?? false
    };
    const mistakes = mistakesIn(options);
    if (mistakes.length > 0) throw wrongUsage(mistakes.join('\n'));
    return options;
}

/** Whether an address can stand in a named credential, in words; null: it can. */
export function proxyUrlMistake(text: string): string | null {
    if (text === '') return '--proxy-url is missing: the public https address of the proxy.';
    const url = URL.parse(text);
    if (url?.protocol !== 'https:') return `--proxy-url ${text}: must begin with https://`;
    if (text.endsWith('/')) return `--proxy-url ${text}: without the slash at its end.`;
    if (url.search !== '' || url.hash !== '' || url.username !== '' || /[\s<>&]/.test(text)) {
        return '--proxy-url: only host and path, without ?, #, a user name, or < > &.';
    }
    return null;
}

export function wrongUsage(message: string, usage = INSTALL_USAGE): Trouble {
    return new Trouble(message, `\n${usage}`, EXIT.usage);
}

function mistakesIn({ proxyUrl, contact, audience }: InstallOptions): string[] {
    const isAudience = audience === null || AUDIENCES.includes(audience) || MY_DOMAIN.test(audience);
    return [
        proxyUrlMistake(proxyUrl),
        contact === null || /^[^@\s<>&]+@[^@\s<>&]+\.[^@\s<>&]+$/.test(contact)
            ? null
            : `--contact ${contact}: is no e-mail address.`,
        isAudience ? null : `--audience ${audience}: must be one of ${AUDIENCES.join(', ')}, or the URL of My Domain.`
    ].filter((mistake) => mistake !== null);
}

function read(args: readonly string[]) {
    try {
        return parseArgs({ args: [...args], options: OPTIONS }).values;
    } catch (error) {
        throw wrongUsage(error instanceof Error ? error.message : String(error));
    }
}

/** Several names may also be given at once, with commas between them. */
function names(values: readonly string[] | undefined): string[] {
    const all = (values ?? []).flatMap((value) => value.split(',')).map((name) => name.trim());
    return [...new Set(all.filter((name) => name !== ''))];
}
