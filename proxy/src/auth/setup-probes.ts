import type { PermissionNames } from '../config/config.ts';
import type { Agent } from '../conversations/ports.ts';
import type { SetupProbe } from '../lib/setup-check.ts';
import type { SalesforceOrg } from '../salesforce/salesforce-org.ts';

/** Who asks for the check, as Salesforce vouched for them. */
export interface SetupCaller {
    agent: Agent;
    accessToken: string;
}

export interface CallerProbesParts {
    salesforce: Pick<SalesforceOrg, 'heldPermissions'>;
    /** 18 characters. */
    orgId: string;
    permissions: PermissionNames;
}

const PERMISSION_SETS = '/lightning/setup/PermSets/home';

/** What only the caller's own request can show. That it arrived proves the named credential and the token. */
export function callerProbes(
    { salesforce, orgId, permissions }: CallerProbesParts,
    { agent, accessToken }: SetupCaller
): SetupProbe[] {
    return [
        {
            name: 'connection',
            find: () => ({ status: 'ok', code: 'arrived', link: '/lightning/setup/NamedCredential/home' })
        },
        { name: 'caller', find: () => ({ status: 'ok', code: 'known', facts: [agent.name, agent.id, orgId] }) },
        {
            name: 'permissions',
            // Asked anew: a verdict on a token is kept for a while, and this is about what holds now.
            async find() {
                const { block, manage } = permissions;
                const held = await salesforce.heldPermissions(accessToken, [...block, ...manage]);
                const heldOf = (names: readonly string[]): string[] => names.filter((name) => held.has(name));
                const [toBlock, toManage] = [heldOf(block), heldOf(manage)];
                // Who manages need not answer customers, so blocking is not missed.
                return toBlock.length > 0
                    ? { status: 'ok', code: 'found', facts: [toBlock, toManage], link: PERMISSION_SETS }
                    : { status: 'ok', code: 'manageOnly', facts: [toManage, block], link: PERMISSION_SETS };
            }
        }
    ];
}
