import type { ConversationState } from '#contract';
import { herokuMessageAt, orgHandler, type HerokuMessage } from '../../fakes/salesforce.ts';
import { startServer, withBody, type LocalServer } from '../../fakes/server.ts';
import { PEOPLE, type Person } from './people.ts';

const BY_TOKEN: ReadonlyMap<string, Person> = new Map(PEOPLE.map((person) => [person.token, person]));

/** What it holds of a conversation: its newest Heroku Message. */
interface Message {
    state: ConversationState;
    at: Date;
}

/** The org of a tenant, in which one person can be shown what nobody sent. */
export class TenantOrg {
    readonly #organizationId: string;
    readonly #messages = new Map<string, HerokuMessage>();
    /** What one person alone sees, by conversation and person. */
    readonly #forged = new Map<string, HerokuMessage>();

    /** @param organizationId 18 characters */
    constructor(organizationId: string) {
        this.#organizationId = organizationId;
    }

    /** A customer's message reached Salesforce. */
    sync(conversationId: string, message: Message): void {
        this.#messages.set(keyOf(conversationId), recordOf(message));
    }

    /** From now on one person sees a message that nobody sent. @returns takes it back */
    forge(conversationId: string, { id }: Person, message: Message): () => void {
        const key = keyOf(conversationId, id);
        this.#forged.set(key, recordOf(message));
        return () => void this.#forged.delete(key);
    }

    remove(conversationId: string): void {
        this.#messages.delete(keyOf(conversationId));
    }

    listen(): Promise<LocalServer> {
        const handle = orgHandler({
            userOf: (token) => {
                const person = BY_TOKEN.get(token);
                return person && { ...person, organizationId: this.#organizationId };
            },
            messageOf: (id, person) => this.#forged.get(keyOf(id, person.id)) ?? this.#messages.get(id)
        });
        return startServer(withBody(handle));
    }
}

function keyOf(conversationId: string, personId = ''): string {
    return conversationId.replaceAll('-', '') + personId;
}

function recordOf({ state, at }: Message): HerokuMessage {
    return herokuMessageAt(at, { Social25__Conversation_State__c: state });
}
