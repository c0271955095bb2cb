import type { LocalOrg } from '../org.ts';
import type { OrgUser } from '../users.ts';
import { readApexTables, type ApexTables } from './apex-source.ts';
import { auraResult, type AuraResult } from './aura-result.ts';
import { conversationOfRecord, named, normalize, type RecordConversation } from './gotallo-conversation.ts';
import { GoTalloException } from './gotallo-exception.ts';
import { GoTalloProxyClient, type BlockText } from './gotallo-proxy-client.ts';
import type { NamedCredential } from './named-credential.ts';

/** Parameters as a component passes them; what it leaves out is null in Apex. */
export type AuraParameters = Readonly<Record<string, string | null | undefined>>;

type Method = (proxy: GoTalloProxyClient, id: string, parameters: AuraParameters, user: OrgUser) => Promise<object>;

/** The methods for the conversation that the agent looked at. */
const METHODS: Readonly<Record<string, Method>> = {
    blockConversation: (proxy, id, parameters, user) => proxy.block(id, blockText(parameters), user),
    updateBlock: (proxy, id, parameters, user) =>
        proxy.changeBlock(id, blockText(parameters), parameters['blockId'] ?? null, user),
    unblockConversation: (proxy, id, { note }, user) => proxy.unblock(id, note ?? null, user),
    changeState: (proxy, id, { state }, user) => proxy.setState(id, state ?? null, user),
    undo: (proxy, id, { operationId }, user) => proxy.takeBack(id, operationId ?? null, user),
    resolveNativeBlock: (proxy, id, { status, version }, user) =>
        proxy.resolveNativeBlock(id, status ?? null, version ?? null, user),
    retryNativeBlock: (proxy, id, _parameters, user) => proxy.retryNativeBlock(id, user),
    getHistory: (proxy, id, { cursor }, user) => proxy.getOperations(id, cursor ?? null, user)
};

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
        return auraResult(() => run(parameters, user), user);
    }

    private method(name: string): ((parameters: AuraParameters, user: OrgUser) => Promise<object>) | undefined {
        if (name === 'getConversation') {
            return async (parameters, user) => {
                const current = this.currentOf(parameters, user);
                return named(await this.proxy.getView(current.id, user), current);
            };
        }
        const run = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
        return (
            run && (async (parameters, user) => run(this.proxy, this.unchangedId(parameters, user), parameters, user))
        );
    }

    private currentOf(parameters: AuraParameters, user: OrgUser): RecordConversation {
        const record = { id: parameters['recordId'] ?? '', field: parameters['conversationIdField'] ?? null };
        return conversationOfRecord(record, this.tables.fieldByObject, user, this.org);
    }

    private unchangedId(parameters: AuraParameters, user: OrgUser): string {
        const { id } = this.currentOf(parameters, user);
        if (id !== normalize(parameters['conversationId'])) throw new GoTalloException('conversation-changed');
        return id;
    }
}

function blockText({ reason, note, untilTime }: AuraParameters): BlockText {
    return { reason: reason ?? null, note: note ?? null, until: untilTime ?? null };
}
