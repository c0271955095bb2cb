import { z } from 'zod';
import { Secret } from './secret.ts';
import { allowed } from './setting-schemas.ts';
import { withoutTemplates } from './templates.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const PATH = /^\/(?!\/)[\w.~!$&'()*+,;=:@%/?{}-]*$/;

const URL_RULE = allowed('an https URL (http only on loopback) without user, password, query or fragment');
const ORIGIN_RULE = allowed('the origin of the org alone, such as https://acme.my.salesforce.com, without a path');
const LIGHTNING_RULE = allowed('the My Domain host (https://….my.salesforce.com), not the Lightning host');
const DATABASE_RULE = allowed('postgres://USER:PASSWORD@HOST:PORT/DATABASE or the same with postgresql://');
const PATH_RULE = allowed(
    'a path that starts with /, with no part that is . or .., no % but in escapes such as %20, ' +
        'and no templates but {tenant_id} and {conversation_id}'
);

/** The base URL of an API, normalized to have no trailing slash. */
export const baseUrl = z
    .string(URL_RULE)
    .refine(isSafeUrl, URL_RULE)
    .transform((text) => new URL(text).href.replace(/\/+$/, ''));

/** The address of a Postgres server, secret because it may hold a password. */
export const databaseUrl = z
    .string(DATABASE_RULE)
    .refine(isDatabaseUrl, DATABASE_RULE)
    .transform((text) => new Secret(text));

/** The origin of a Salesforce org. */
export const instanceUrl = baseUrl
    .refine((url) => !new URL(url).hostname.endsWith('.lightning.force.com'), LIGHTNING_RULE)
    .refine((url) => new URL(url).pathname === '/', ORIGIN_RULE);

/** A path below a base URL that may hold the known templates. */
export const templatePath = z.string(PATH_RULE).refine(isTemplatePath, { ...PATH_RULE, abort: true });

function isTemplatePath(text: string): boolean {
    return PATH.test(text) && !/[{}]/.test(withoutTemplates(text)) && staysBelow(text);
}

/** Parts such as `..` lead out of the base URL, also when they are written as escapes. */
function staysBelow(path: string): boolean {
    try {
        decodeURIComponent(path);
        const parts = path.replace(/\?.*/, '').split('/').map(decodeURIComponent);
        return !parts.includes('.') && !parts.includes('..');
    } catch {
        return false;
    }
}

function isDatabaseUrl(text: string): boolean {
    const url = /\s/.test(text) ? null : URL.parse(text);
    return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol);
}

function isSafeUrl(text: string): boolean {
    const url = URL.parse(text);
    if (!url || url.username || url.password || /[?#\s]/.test(text)) return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}
