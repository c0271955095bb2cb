/** A login as Salesforce's CLI keeps it. */
export interface Login {
    instanceUrl: string;
    accessToken: string;
    username: string;
    alias: string;
}

/** Keeps a login where HOME says, as `sf org login access-token` does; one of the same username is replaced. */
export async function saveLogin({ instanceUrl, accessToken, username, alias }: Login): Promise<void> {
    const { AuthInfo, StateAggregator } = await import('@salesforce/core');
    const state = await StateAggregator.getInstance();
    if (await state.orgs.hasFile(username)) {
        await state.orgs.read(username);
        await state.orgs.remove(username);
    }
    const accessTokenOptions = { accessToken, instanceUrl, loginUrl: instanceUrl, username, isDevHub: false };
    const login = await AuthInfo.create({ username, accessTokenOptions });
    await login.save();
    await login.handleAliasAndDefaultSettings({ alias, setDefault: false, setDefaultDevHub: false });
}

/** The login of that username leads to another address from now on. */
export async function moveLogin(username: string, instanceUrl: string): Promise<void> {
    const { AuthInfo } = await import('@salesforce/core');
    const login = await AuthInfo.create({ username });
    await login.save({ instanceUrl, loginUrl: instanceUrl });
}
