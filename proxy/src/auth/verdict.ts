import type { ProblemCode } from '#contract';
import type { PermissionNames } from '../config/config.ts';
import type { Agent } from '../conversations/ports.ts';
import { Failure } from '../lib/failure.ts';
import type { SalesforceOrg } from '../salesforce/salesforce-org.ts';
import type { UserInfo } from '../salesforce/user-info.ts';

/** What Salesforce says of an access token: whose it is, or why it is refused. */
export type Verdict = { readonly agent: Agent } | { readonly refused: ProblemCode; readonly cause: unknown };

export interface Rules {
    salesforce: Pick<SalesforceOrg, 'userInfo' | 'heldPermissions'>;
    /** 18 characters; people of any other org are refused. */
    orgId: string;
    permissions: PermissionNames;
}

/**
 * Judges an access token. What somebody may do is asked only once Salesforce has said who they are, so a token that
 * somebody made up costs one call.
 * @throws Failure `salesforce-unavailable` when there is no verdict
 */
export async function judge(token: string, rules: Rules): Promise<Verdict> {
    const { block, manage } = rules.permissions;
    try {
        const user = await rules.salesforce.userInfo(token);
        if (user.organizationId !== rules.orgId) return { refused: 'wrong-org', cause: undefined };
        if (user.userType !== 'STANDARD') return { refused: 'user-type-not-allowed', cause: undefined };
        const held = await rules.salesforce.heldPermissions(token, [...block, ...manage]);
        return { agent: toAgent(user, held, rules.permissions) };
    } catch (error) {
        return refusal(error);
    }
}

function refusal(reason: unknown): Verdict {
    if (reason instanceof Failure && reason.code !== 'salesforce-unavailable') {
        return { refused: reason.code, cause: reason.cause };
    }
    throw reason;
}

/** Blocking and managing are separate: who may manage the blocks of others need not answer customers. */
function toAgent(user: UserInfo, held: ReadonlySet<string>, names: PermissionNames): Agent {
    const holdsAny = (list: readonly string[]): boolean => list.some((name) => held.has(name));
    const permissions = Object.freeze({ block: holdsAny(names.block), manage: holdsAny(names.manage) });
    return Object.freeze({ id: user.userId, name: user.name, permissions });
}
