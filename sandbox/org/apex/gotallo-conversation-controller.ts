import type { LocalOrg } from '../org.ts';
import type { OrgUser } from '../users.ts';
import { readApexTables, type ApexTables } from './apex-source.ts';
import { conversationIdOfRecord, normalize } from './gotallo-conversation-id.ts';
import { GoTalloException } from './gotallo-exception.ts';
import { GoTalloProxyClient } from './gotallo-proxy-client.ts';
import type { NamedCredential } from './named-credential.ts';

/** Parameters as a component passes them; what it leaves out is null in Apex. */
export type AuraParameters = Readonly<Record<string, string | null | undefined>>;

/** A call of a component: a view, or the message of an `AuraHandledException`. */
export type AuraResult = { view: object } | { error: string };

/** As the Apex class `GoTalloConversationController`, for one call of a running user. */
export class GoTalloConversationController {
    /** Calls by components. */
    calls = 0;
    private readonly org: LocalOrg;
    private readonly tables: ApexTables = readApexTables();
    private readonly proxy: GoTalloProxyClient;

    constructor(org: LocalOrg, credential: NamedCredential) {
        this.org = org;
        this.proxy = new GoTalloProxyClient(credential, this.tables);
    }

    /** Runs one of the class's methods; undefined when it has none of that name. */
    async run(method: string, parameters: AuraParameters, user: OrgUser): Promise<AuraResult | undefined> {
        const run = this.method(method);
        if (!run) return undefined;
        this.calls += 1;
        try {
            return { view: await run(parameters, user) };
        } catch (error) {
            const failure = error instanceof GoTalloException ? error : new GoTalloException('internal-error');
            return { error: failure.forComponent(this.tables.messages) };
        }
    }

    private method(name: string): ((parameters: AuraParameters, user: OrgUser) => Promise<object>) | undefined {
        switch (name) {
            case 'getConversation':
                return async (parameters, user) => this.proxy.getConversation(this.idOf(parameters, user), user);
            case 'blockConversation':
                return async (parameters, user) => {
                    const id = this.unchangedId(parameters, user);
                    return this.proxy.blockConversation(
                        id,
                        parameters['reason'] ?? null,
                        parameters['note'] ?? null,
                        user
                    );
                };
            case 'unblockConversation':
                return async (parameters, user) =>
                    this.proxy.unblockConversation(this.unchangedId(parameters, user), user);
            case 'settlePlatformBlock':
                return async (parameters, user) =>
                    this.proxy.settlePlatformBlock(
                        this.unchangedId(parameters, user),
                        parameters['status'] ?? null,
                        user
                    );
            default:
                return undefined;
        }
    }

    private idOf(parameters: AuraParameters, user: OrgUser): string {
        const record = { id: parameters['recordId'] ?? '', field: parameters['conversationIdField'] ?? null };
        return conversationIdOfRecord(record, this.tables.fieldByObject, user, this.org);
    }

    private unchangedId(parameters: AuraParameters, user: OrgUser): string {
        const id = this.idOf(parameters, user);
        if (id !== normalize(parameters['conversationId'])) throw new GoTalloException('conversation-changed');
        return id;
    }
}
