interface Shape {
    pattern: RegExp;
    allowed: string;
}

/** The host of My Domain, with what a sandbox, a scratch org or a Developer Edition adds to it. */
const MY_DOMAIN = String.raw`[a-z0-9-]+(?:\.[a-z0-9-]+)*\.my\.salesforce\.com`;

/** Mistakes that a deployment would accept and agents would then meet. */
const SHAPES: Readonly<Record<string, Shape>> = {
    GOTALLO_CONTACT_EMAIL: { pattern: /^[^@\s]+@[^@\s]+\.[^@\s]+$/, allowed: 'an e-mail address' },
    GOTALLO_CERTIFICATE_BASE64: {
        pattern: /^[A-Za-z0-9+/]{100,}={0,2}$/,
        allowed: 'the certificate in base64 on one line, without BEGIN and END'
    },
    GOTALLO_MY_DOMAIN_HOST: {
        pattern: new RegExp(`^${MY_DOMAIN}$`),
        allowed: 'the host of My Domain, such as acme.my.salesforce.com'
    },
    GOTALLO_CONSUMER_KEY: { pattern: /^[\w.]{20,}$/, allowed: 'the consumer key of the external client app' },
    GOTALLO_TOKEN_AUDIENCE: {
        pattern: new RegExp(String.raw`^https://(?:login\.salesforce\.com|test\.salesforce\.com|${MY_DOMAIN})$`),
        allowed: 'https:// with the host of My Domain, https://login.salesforce.com or https://test.salesforce.com'
    },
    GOTALLO_PROXY_URL: {
        pattern: /^https:\/\/[^\s/?#]+(?:\/[^\s?#]*[^\s/?#])?$/,
        allowed: 'an https URL without a slash at its end'
    }
};

/** Values are put into XML as they are. */
const BREAKS_XML = /[<>&]/;

/**
 * @param name  environment variable that a replacement takes its value from
 * @returns what is wrong with the value, without quoting it; null when nothing is
 */
export function replacementValueFault(name: string, value: string | undefined): string | null {
    if (value === undefined || value.trim() === '') return 'is not set';
    if (value.includes('REPLACE_')) return 'is itself a mark to replace';
    if (BREAKS_XML.test(value)) return 'may not hold <, > or &';
    const shape = SHAPES[name];
    return shape === undefined || shape.pattern.test(value) ? null : `must be ${shape.allowed}`;
}
