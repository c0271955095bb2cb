import type { ConversationState } from '#contract';
import { Failure, type FailureOptions } from '../failure.ts';
import type { ConversationId } from './conversation-id.ts';

/** The agent behind one request, as Salesforce vouches for them. */
export interface Agent {
    /** 18-character Salesforce user id. */
    id: string;
    name: string;
    permissions: { readonly block: boolean; readonly manage: boolean };
}

/** What the newest Heroku Messages of a conversation tell, read as the agent. */
export interface MessageEvidence {
    /** The state when the message was synced; null when the record names none of the five. */
    state: ConversationState | null;
    /** The time of the newest message. */
    at: Date;
    /** As Salesforce spells it, such as `facebook`; null when empty. */
    medium: string | null;
    customerName: string | null;
}

/** Who is calling, and what can be asked in their name. */
export interface Caller {
    agent: Agent;
    /**
     * The newest Heroku Message of the conversation that this agent may see; null when they see none.
     * @throws Failure `salesforce-unavailable`, `invalid-token`
     */
    newestMessage(id: ConversationId): Promise<MessageEvidence | null>;
}

/** The GoTallo API of one tenant. */
export interface GoTallo {
    /**
     * Sets the absolute state of a conversation (`change_state`); resolves only when GoTallo confirmed it.
     * @throws GoTalloFailure
     */
    changeState(id: ConversationId, state: ConversationState): Promise<void>;
}

/** The codes of GoTallo's answers. All but `gotallo-failed` and `gotallo-timeout` say that nothing was changed. */
export type GoTalloCode =
    | 'gotallo-refused'
    | 'gotallo-unreachable'
    | 'gotallo-failed'
    | 'gotallo-timeout'
    | 'too-many-requests'
    | 'unknown-conversation';

/** GoTallo did not confirm. `outcome` says whether the change can have happened all the same. */
export class GoTalloFailure extends Failure {
    override readonly name = 'GoTalloFailure';
    readonly outcome: 'not-applied' | 'unknown';

    constructor(code: GoTalloCode, outcome: 'not-applied' | 'unknown', options: FailureOptions = {}) {
        super(code, options);
        this.outcome = outcome;
    }
}
