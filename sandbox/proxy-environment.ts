import { writeFileSync } from 'node:fs';
import type { LocalServices } from './local-services.ts';
import { ORGANIZATION_ID } from './org/users.ts';

const TOKEN_VARIABLE = 'SANDBOX_GOTALLO_TOKEN';

/**
 * The proxy's configuration for the local org and the local GoTallo; writes the tenants file into the folder.
 * @param extra settings beside these, such as `EVIDENCE_SECONDS`
 */
export function proxyEnvironment(
    folder: string,
    { orgServer, gotalloServer, access }: LocalServices,
    extra: Record<string, string>
): Record<string, string> {
    const tenant = {
        name: 'sandbox',
        salesforce: {
            orgId: ORGANIZATION_ID,
            instanceUrl: orgServer.url,
            permissions: {
                block: ['GoTallo_Block_Conversations', 'Social25.Allow_Change_Conversation_State'],
                manage: ['GoTallo_Manage_Blocks']
            }
        },
        gotallo: {
            baseUrl: `${gotalloServer.url}/api/v1`,
            tenantId: access.tenantId,
            token: { env: TOKEN_VARIABLE },
            blockedStateExcluded: true
        }
    };
    const tenantsFile = `${folder}/tenants.json`;
    writeFileSync(tenantsFile, JSON.stringify({ tenants: [tenant] }, null, 4));
    return {
        PORT: '0',
        HOST: '127.0.0.1',
        TENANTS_FILE: tenantsFile,
        DATA_DIR: `${folder}/data`,
        [TOKEN_VARIABLE]: access.token,
        ...extra
    };
}
