import { z } from 'zod';
import { toId18 } from '../lib/salesforce-id.ts';
import type { TenantConfig } from './config.ts';
import { eventsSchema } from './events-schema.ts';
import { secretSchema, type SecretSources } from './secret-schema.ts';
import { allowed, membersOf, pattern } from './setting-schemas.ts';
import { hasUnknownTemplate, namesConversation, textsOf } from './templates.ts';
import { baseUrl, instanceUrl, templatePath } from './url-schemas.ts';

const ORG_RULE = allowed(
    'an organization id of 15 or 18 characters that starts with 00D, in its own upper and lower case'
);
const NAME_RULE = 'a custom permission as Name or Namespace.Name';
const BLOCK_RULE = allowed(`a list of at least one, each ${NAME_RULE}`);
const NAMES_NONE = {
    error: 'would be the same call for every conversation; allowed: {conversation_id} somewhere in it'
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const orgId = z.string(ORG_RULE).transform((text, context) => {
    const id = text.startsWith('00D') ? toId18(text) : null;
    if (id !== null) return id;
    context.addIssue(ORG_RULE.error({ input: text }));
    return z.NEVER;
});

const permissionName = pattern(/^(?:[A-Za-z]\w{0,14}\.)?[A-Za-z]\w{0,79}$/, NAME_RULE);

const permissions = membersOf({
    block: z.array(permissionName, BLOCK_RULE).min(1, BLOCK_RULE),
    manage: z.array(permissionName, allowed(`a list, maybe empty, each ${NAME_RULE}`))
});

const BODY_RULE = allowed('a JSON object, with no templates but {tenant_id} and {conversation_id} in its texts');

const callBody = z
    .record(z.string(), z.json(), BODY_RULE)
    .refine((body) => !textsOf(body).some(hasUnknownTemplate), { ...BODY_RULE, abort: true });

const nativeBlock = membersOf({
    channels: z
        .array(pattern(/^\w{1,40}$/, 'channel names such as WHATSAPP').toUpperCase(), allowed('a list of channels'))
        .min(1, allowed('at least one channel such as WHATSAPP')),
    method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE'], allowed('POST, PUT, PATCH, DELETE')),
    path: templatePath,
    body: callBody.nullable().default(null)
}).refine(namesConversation, NAMES_NONE);

const fieldPath = pattern(/^[\w-]+(?:\.[\w-]+)*$/, 'the name of a field of the answer, such as state or details.state');

const read = membersOf({
    path: templatePath,
    stateField: fieldPath.default('state'),
    blockedField: fieldPath.nullable().default(null)
}).refine(namesConversation, NAMES_NONE);

/** It stands in the path of a URL, where these are the characters that need no escape (RFC 3986, section 2.3). */
const WEBHOOK_SECRET = {
    form: /^[A-Za-z0-9._~-]{16,}$/,
    fault: 'names a secret that does not fit a webhook address; allowed: at least 16 of A-Z a-z 0-9 - . _ ~'
};

/** The list of tenants in the tenants file; secrets are read while it is parsed. */
export function tenantsSchema(sources: SecretSources): z.ZodType<{ tenants: TenantConfig[] }> {
    const secret = secretSchema(sources);
    const gotallo = membersOf({
        baseUrl,
        tenantId: pattern(UUID, 'the UUID of the GoTallo tenant').toLowerCase(),
        token: secret,
        nativeBlock: nativeBlock.nullable().default(null),
        read: read.nullable().default(null),
        blockedStateExcluded: z.boolean(allowed('true or false')).default(false)
    });
    const tenant = membersOf({
        name: pattern(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and dashes, up to 40'),
        salesforce: membersOf({
            orgId,
            instanceUrl,
            permissions,
            events: eventsSchema(sources).nullable().default(null)
        }),
        gotallo,
        webhookSecret: secretSchema(sources, WEBHOOK_SECRET).nullable().default(null)
    });
    return membersOf({ tenants: z.array(tenant, allowed('a list of tenants')).min(1, allowed('at least one tenant')) });
}
