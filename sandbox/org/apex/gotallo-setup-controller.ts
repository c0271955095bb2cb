import type { OrgUser } from '../users.ts';
import { readApexTables } from './apex-source.ts';
import { auraResult, type AuraResult } from './aura-result.ts';
import { GoTalloProxyClient } from './gotallo-proxy-client.ts';
import type { NamedCredential } from './named-credential.ts';

/** As the Apex class `GoTalloSetupController`, for one call of a running user. */
export class GoTalloSetupController {
    private readonly proxy: GoTalloProxyClient;

    constructor(credential: NamedCredential) {
        this.proxy = new GoTalloProxyClient(credential, readApexTables());
    }

    /** Runs one of the class's methods; undefined when it has none of that name. */
    async run(method: string, _parameters: object, user: OrgUser): Promise<AuraResult | undefined> {
        return method === 'getSetup' ? auraResult(() => this.proxy.getSetup(user), user) : undefined;
    }
}
