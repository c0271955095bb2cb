import type { SetupView } from '#contract';
import type { SetupCaller } from '../auth/setup-probes.ts';
import type { Secret } from '../config/secret.ts';
import type { ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { Conversations } from '../conversations/conversations.ts';
import type { Caller } from '../conversations/ports.ts';

/** One Salesforce org and the GoTallo tenant behind it, ready to serve. */
export interface Tenant {
    name: string;
    /** 18 characters. */
    orgId: string;
    /** Dashed, lower-case UUID: the one whose messages its webhook takes. */
    goTalloTenantId: string;
    /** What GoTallo proves itself by in the webhook's path; null: this tenant takes no webhooks. */
    webhookSecret: Secret | null;
    conversations: Conversations;
    /**
     * Asks the tenant's own org who this token belongs to and what they may do.
     * @param about the conversation they will ask about; null when they name none
     * @throws Failure `invalid-token`, `wrong-org`, `user-type-not-allowed`, `api-disabled`, `salesforce-unavailable`
     */
    callerFor(accessToken: string, about: ConversationId | null): Promise<Caller>;
    /** Who calls with a token that is known to be good, at once; null when somebody has to be asked, or it was refused. */
    knownCaller(accessToken: string): Caller | null;
    /** Checks how the tenant is set up, as far as the caller may see it. Never throws. */
    checkSetup(caller: SetupCaller): Promise<SetupView>;
    /** Whether its Salesforce org and its GoTallo answer. */
    reachability(): Promise<{ salesforce: boolean; gotallo: boolean }>;
}
