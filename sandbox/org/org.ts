import { createEventsApp, type ClientApp } from './client-app.ts';
import { EventBus } from './event-bus.ts';
import type { OrgFault } from './org-fault.ts';
import { RecordStore, type SObject } from './record-store.ts';
import { Sessions } from './sessions.ts';
import type { RowSource } from './soql/row-source.ts';
import { AGENTS, ORGANIZATION_ID, OTHER_USERS, type OrgUser } from './users.ts';

/** As in an org of the Enterprise Edition. */
export const EVENT_DELIVERIES = 25_000;

/** How often the org was asked over HTTP by agents' tokens, and for tokens. */
export interface OrgCounts {
    userinfo: number;
    query: number;
    token: number;
}

/** The state of the local org: records, users, sessions, platform events. HTTP and Apex are built on it. */
export class LocalOrg {
    readonly records = new RecordStore();
    readonly sessions = new Sessions();
    readonly events = new EventBus();
    readonly users: readonly OrgUser[] = [...AGENTS, ...OTHER_USERS];
    /** What may fetch tokens without a person; the first is the proxy's. */
    readonly apps: [ClientApp, ...ClientApp[]] = [createEventsApp()];
    fault: OrgFault = 'none';
    /** How many platform events may still be delivered today. */
    eventsLeft: number = EVENT_DELIVERIES;
    /** Whether the permission to publish events is taken from everybody, and how often that was met. */
    eventsRefused: { isOn: boolean; times: number } = { isOn: false, times: 0 };
    counts: OrgCounts = { userinfo: 0, query: 0, token: 0 };

    constructor() {
        this.reset();
    }

    /** Removes every record and fault. Sessions go on. */
    reset(): void {
        this.fault = 'none';
        this.eventsLeft = EVENT_DELIVERIES;
        this.eventsRefused = { isOn: false, times: 0 };
        this.records.clear();
        this.records.insert('Organization', { Name: 'GoTallo Sandbox', IsSandbox: true }, ORGANIZATION_ID);
        for (const { id, name, username, userType } of this.users) {
            const values = { Name: name, Username: username, Email: username, UserType: userType, IsActive: true };
            this.records.insert('User', values, id);
        }
    }

    /**
     * What a user can query. Employees see all records, portal users and the proxy only themselves;
     * `UserSetupEntityAccess` holds the custom permissions of the running user.
     */
    viewOf(user: OrgUser): RowSource {
        return {
            rows: (objectName) => {
                if (objectName === 'UserSetupEntityAccess') return this.permissionRows(user);
                const rows = this.records.all(objectName);
                return user.seesRecords ? rows : rows.filter((row) => row.Id === user.id);
            }
        };
    }

    findUser(username: string): OrgUser | undefined {
        return this.users.find((user) => user.username === username);
    }

    private permissionRows(user: OrgUser): SObject[] {
        return user.permissions.map(({ namespace, name }, index) => ({
            Id: `0J1${String(index).padStart(15, '0')}`,
            DeveloperName: name,
            NamespacePrefix: namespace,
            KeyPrefix: '0CP',
            SetupEntityId: `0CP${String(index).padStart(15, '0')}`
        }));
    }
}
