import { writeFileSync } from 'node:fs';
import type { SandboxOptions } from './sandbox.ts';
import type { LocalServices } from './local-services.ts';
import { ORGANIZATION_ID } from './org/users.ts';

const TOKEN_VARIABLE = 'SANDBOX_GOTALLO_TOKEN';
const WEBHOOK_VARIABLE = 'SANDBOX_WEBHOOK_SECRET';
const EVENTS_VARIABLE = 'SANDBOX_EVENTS_SECRET';

/** As the local GoTallo serves it. */
const CONVERSATION_PATH = '/tenants/{tenant_id}/conversations/{conversation_id}/';

/**
 * The proxy's configuration for the local org and the local GoTallo; writes the tenants file into the folder.
 * @param options `proxyEnv`: settings beside these, such as `EVIDENCE_SECONDS`; `read`: whether it reads GoTallo;
 *   `keptOut`: whether a block by state keeps anything out
 */
export function proxyEnvironment(
    folder: string,
    { org, orgServer, gotalloServer, access, webhookSecret }: LocalServices,
    { proxyEnv, read, keptOut = true }: Pick<SandboxOptions, 'proxyEnv' | 'read' | 'keptOut'>
): Record<string, string> {
    const [app] = org.apps;
    const tenant = {
        name: 'sandbox',
        salesforce: {
            orgId: ORGANIZATION_ID,
            instanceUrl: orgServer.url,
            permissions: {
                block: ['GoTallo_Block_Conversations', 'Social25.Allow_Change_Conversation_State'],
                manage: ['GoTallo_Manage_Blocks']
            },
            events: { flow: 'client-credentials', clientId: app.clientId, clientSecret: { env: EVENTS_VARIABLE } }
        },
        gotallo: {
            baseUrl: `${gotalloServer.url}/api/v1`,
            tenantId: access.tenantId,
            token: { env: TOKEN_VARIABLE },
            nativeBlock: {
                channels: ['WHATSAPP', 'INSTAGRAM'],
                method: 'POST',
                path: `${CONVERSATION_PATH}block/`,
                body: {}
            },
            ...(read && { read: { path: CONVERSATION_PATH, blockedField: 'is_blocked' } }),
            blockedStateExcluded: keptOut
        },
        webhookSecret: { env: WEBHOOK_VARIABLE }
    };
    const tenantsFile = `${folder}/tenants.json`;
    writeFileSync(tenantsFile, JSON.stringify({ tenants: [tenant] }, null, 4));
    return {
        PORT: '0',
        HOST: '127.0.0.1',
        TENANTS_FILE: tenantsFile,
        DATA_DIR: dataFolder(folder),
        [TOKEN_VARIABLE]: access.token,
        [WEBHOOK_VARIABLE]: webhookSecret,
        [EVENTS_VARIABLE]: app.clientSecret,
        ...proxyEnv
    };
}

/** Where the proxy of a run keeps its store. */
export function dataFolder(runFolder: string): string {
    return `${runFolder}/data`;
}
