import { grantedBy } from './permission-sets.ts';
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
    /** Permissions of the platform that the profile gives, such as `CustomizeApplication`. */
    userPermissions: readonly string[];
    /** Platform events that they may read. */
    subscribes: readonly string[];
    /** In which custom labels come, such as `de`. */
    language: string;
    /** Whether the profile or a permission set has "API Enabled". */
    apiEnabled: boolean;
    /** Whether they see and create records; who does not sees only themselves. */
    seesRecords: boolean;
    /** Platform events that they may create. */
    publishes: readonly string[];
}

/** The local org's own id. */
export const ORGANIZATION_ID = to18Characters('00D5g000004Gsbx');

const VENDOR: CustomPermission = { namespace: 'Social25', name: 'Allow_Change_Conversation_State' };

/** @param assigned the permission sets and groups of the project that the user has */
function user(number: number, name: string, role: string, assigned: readonly string[]): OrgUser {
    const { customPermissions, userPermissions, readable, creatable } = grantedBy(assigned);
    return {
        id: salesforceId('005', number),
        name,
        username: `${name.toLowerCase().replace(' ', '.')}@sandbox.example`,
        role,
        permissions: customPermissions.map((permission) => ({ namespace: null, name: permission })),
        userPermissions: [],
        subscribes: readable,
        language: 'en_US',
        userType: 'STANDARD',
        apiEnabled: userPermissions.includes('ApiEnabled'),
        seesRecords: true,
        publishes: creatable
    };
}

/** The people one can be in the sandbox. Sam holds the vendor's permission instead of ours: either is enough. */
export const AGENTS: readonly OrgUser[] = [
    user(1, 'Ana Silva', 'Agent', ['GoTallo_Agent']),
    { ...user(2, 'Sam Lee', 'Second agent', ['GoTallo_Viewer']), permissions: [VENDOR] },
    user(3, 'Robin Doe', 'Agent without permission', ['GoTallo_Viewer']),
    user(4, 'Dana Fox', 'Supervisor', ['GoTallo_Supervisor']),
    {
        ...user(5, 'Maya Admin', 'Administrator', ['GoTallo_Agent']),
        userPermissions: ['CustomizeApplication']
    }
];

/** Users that only tests and the sync use. */
export const OTHER_USERS: readonly OrgUser[] = [
    { ...user(90, 'GoTallo Sync', 'Integration user', []), apiEnabled: true },
    { ...user(91, 'Pat Portal', 'Portal user', ['GoTallo_Agent']), userType: 'CSP_LITE_PORTAL', seesRecords: false },
    user(92, 'Noa Napi', 'Agent without API access', ['GoTallo_See', 'GoTallo_Block']),
    {
        // Its profile is one for integrations only, which has the API.
        ...user(93, 'Proxy Integration', "The proxy's own user", ['GoTallo_Events']),
        apiEnabled: true,
        seesRecords: false
    }
];

/** The user under whom GoTallo creates Heroku Messages. */
export const SYNC_USERNAME = 'gotallo.sync@sandbox.example';

/** The user under whom the proxy publishes events: it may do that and nothing else. */
export const INTEGRATION_USERNAME = 'proxy.integration@sandbox.example';
