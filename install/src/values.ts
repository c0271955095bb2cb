/** What the `REPLACE_…` marks stand for in one org, by the environment variables that sfdx-project.json names. */
export interface OrgValues {
    GOTALLO_CONTACT_EMAIL: string;
    GOTALLO_CERTIFICATE_BASE64: string;
    GOTALLO_MY_DOMAIN_HOST: string;
    GOTALLO_CONSUMER_KEY: string;
    GOTALLO_TOKEN_AUDIENCE: string;
    GOTALLO_PROXY_URL: string;
}

/**
 * Sets these in this process's environment while something is deployed: the library reads the replacements' values from
 * there, and from nowhere else.
 */
export async function withValues<T>(values: Partial<OrgValues>, work: () => Promise<T>): Promise<T> {
    const before = new Map(Object.keys(values).map((name) => [name, process.env[name]]));
    Object.assign(process.env, values);
    try {
        return await work();
    } finally {
        for (const [name, value] of before) {
            if (value === undefined) delete process.env[name];
            else process.env[name] = value;
        }
    }
}
