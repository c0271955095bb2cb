import { salesforceId, to18Characters } from './salesforce-id.ts';

/** A custom permission as a user holds it; no namespace for the org's own. */
interface CustomPermission {
    namespace: string | null;
    name: string;
}

/** A user of the local org. */
export interface OrgUser {
    id: string;
    name: string;
    username: string;
    /** What the user is in the sandbox, for the user switch. */
    role: string;
    /** `STANDARD` for employees, as userinfo reports it. */
    userType: string;
    permissions: readonly CustomPermission[];
    /** Permissions of the platform itself, such as `CustomizeApplication`. */
    userPermissions: readonly string[];
    /** Platform events that they may read. */
    subscribes: readonly string[];
    /** In which custom labels come, such as `de`. */
    language: string;
    /** Whether the profile has "API Enabled". */
    apiEnabled: boolean;
    /** Whether they see and create records; who does not sees only themselves. */
    seesRecords: boolean;
    /** Platform events that they may create. */
    publishes: readonly string[];
}

/** The local org's own id. */
export const ORGANIZATION_ID = to18Characters('00D5g000004Gsbx');

/** The event that conversations change; its permission set gives it to whoever may block. */
const CHANGED = 'GoTallo_Conversation_Changed__e';
const BLOCK: CustomPermission = { namespace: null, name: 'GoTallo_Block_Conversations' };
const MANAGE: CustomPermission = { namespace: null, name: 'GoTallo_Manage_Blocks' };
const VENDOR: CustomPermission = { namespace: 'Social25', name: 'Allow_Change_Conversation_State' };

function user(number: number, name: string, role: string, permissions: CustomPermission[]): OrgUser {
    const username = `${name.toLowerCase().replace(' ', '.')}@sandbox.example`;
    return {
        id: salesforceId('005', number),
        name,
        username,
        role,
        permissions,
        userPermissions: [],
        subscribes: permissions.length > 0 ? [CHANGED] : [],
        language: 'en_US',
        userType: 'STANDARD',
        apiEnabled: true,
        seesRecords: true,
        publishes: []
    };
}

/** The people one can be in the sandbox. Sam holds the vendor's permission instead of ours: either is enough. */
export const AGENTS: readonly OrgUser[] = [
    user(1, 'Ana Silva', 'Agent', [BLOCK]),
    user(2, 'Sam Lee', 'Second agent', [VENDOR]),
    user(3, 'Robin Doe', 'Agent without permission', []),
    user(4, 'Dana Fox', 'Supervisor', [BLOCK, MANAGE]),
    { ...user(5, 'Maya Admin', 'Administrator', [BLOCK]), userPermissions: ['CustomizeApplication'] }
];

/** Users that only tests and the sync use. */
export const OTHER_USERS: readonly OrgUser[] = [
    { ...user(90, 'GoTallo Sync', 'Integration user', []) },
    { ...user(91, 'Pat Portal', 'Portal user', [BLOCK]), userType: 'CSP_LITE_PORTAL', seesRecords: false },
    { ...user(92, 'Noa Napi', 'Agent without API access', [BLOCK]), apiEnabled: false },
    {
        ...user(93, 'Proxy Integration', "The proxy's own user", []),
        seesRecords: false,
        publishes: ['GoTallo_Conversation_Changed__e']
    }
];

/** The user under whom GoTallo creates Heroku Messages. */
export const SYNC_USERNAME = 'gotallo.sync@sandbox.example';

/** The user under whom the proxy publishes events: it may do that and nothing else. */
export const INTEGRATION_USERNAME = 'proxy.integration@sandbox.example';
