import { z } from 'zod';
import { toId18 } from '../lib/salesforce-id.ts';

/** Who an access token belongs to, as the org's userinfo endpoint says. */
export interface UserInfo {
    /** 18 characters. */
    userId: string;
    /** 18 characters. */
    organizationId: string;
    name: string;
    /** `STANDARD` for people who work in the org; portal, community and guest users have others. */
    userType: string;
}

const id = z.string().transform((text, context) => {
    const id18 = toId18(text);
    if (id18 !== null) return id18;
    context.addIssue('is not a Salesforce id');
    return z.NEVER;
});

const answer = z
    .object({ user_id: id, organization_id: id, name: z.string(), user_type: z.string() })
    .transform((info) => ({
        userId: info.user_id,
        organizationId: info.organization_id,
        name: info.name,
        userType: info.user_type
    }));

/** Reads the answer of `/services/oauth2/userinfo`; throws when it has another shape. */
export function parseUserInfo(body: unknown): UserInfo {
    return answer.parse(body);
}
