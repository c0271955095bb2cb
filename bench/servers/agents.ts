import { BLOCK_PERMISSION, type OrgUser } from '../../fakes/salesforce.ts';
import { toId18 } from '../../proxy/src/lib/salesforce-id.ts';

/** The tenants of the measured proxy, one org each: the same but for the native block. */
export const ORGS = { byState: id18('00D000000000001'), native: id18('00D000000000002') } as const;

/** The access token of an agent, which begins as an org's tokens do: with its 15-character id. */
export function tokenOf(orgId: string, agent: number): string {
    return `${orgId.slice(0, 15)}!agent-${agent}`;
}

/** Whose access token it is; undefined when nobody's. */
export function agentOf(token: string): OrgUser | undefined {
    const [, orgId, number] = /^(\w{15})!agent-(\d{1,6})$/.exec(token) ?? [];
    if (orgId === undefined || number === undefined) return undefined;
    return {
        id: id18(`005${number.padStart(12, '0')}`),
        name: `Agent ${number}`,
        organizationId: id18(orgId),
        permissions: [BLOCK_PERMISSION]
    };
}

function id18(id15: string): string {
    const id = toId18(id15);
    if (id === null) throw new Error(`${id15} is no Salesforce id.`);
    return id;
}
