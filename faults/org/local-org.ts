import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ConversationState } from '#contract';
import { listen, type Listening } from '../../sandbox/listen.ts';
import { PEOPLE, type Person } from './people.ts';

const BY_TOKEN: ReadonlyMap<string, Person> = new Map(PEOPLE.map((person) => [person.token, person]));

/** What it holds of a conversation: its newest Heroku Message. */
interface Message {
    state: ConversationState;
    at: Date;
}

/** The least of a Salesforce org that the proxy asks: userinfo, permissions, the newest message of a conversation. */
export class LocalOrg {
    readonly #orgId: string;
    readonly #messages = new Map<string, Message>();
    /** What one person alone sees, by conversation and person. */
    readonly #forged = new Map<string, Message>();

    /** @param orgId 18 characters */
    constructor(orgId: string) {
        this.#orgId = orgId;
    }

    /** A customer's message reached Salesforce. */
    sync(conversationId: string, message: Message): void {
        this.#messages.set(conversationId.replaceAll('-', ''), message);
    }

    /** From now on one person sees a message that nobody sent. @returns takes it back */
    forge(conversationId: string, { id }: Person, message: Message): () => void {
        const key = `${conversationId.replaceAll('-', '')} ${id}`;
        this.#forged.set(key, message);
        return () => void this.#forged.delete(key);
    }

    remove(conversationId: string): void {
        this.#messages.delete(conversationId.replaceAll('-', ''));
    }

    listen(): Promise<Listening> {
        return listen(this.#handle);
    }

    readonly #handle: RequestListener = (request, response) => {
        const person = BY_TOKEN.get((request.headers.authorization ?? '').replace('Bearer ', ''));
        const url = new URL(request.url ?? '', 'http://org');
        void text(request).then((body) => {
            const [status, answer] = person === undefined ? EXPIRED : [200, this.#answer(url, body, person)];
            response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
        });
    };

    #answer({ pathname, searchParams }: URL, body: string, person: Person): object {
        if (pathname === '/services/oauth2/userinfo') {
            return { user_id: person.id, organization_id: this.#orgId, name: person.name, user_type: 'STANDARD' };
        }
        if (!pathname.endsWith('/composite')) return this.#records(searchParams.get('q') ?? '', person);
        const { compositeRequest } = JSON.parse(body) as { compositeRequest: { url: string; referenceId: string }[] };
        return {
            compositeResponse: compositeRequest.map(({ url, referenceId }) => ({
                referenceId,
                httpStatusCode: 200,
                body: this.#records(new URL(url, 'http://org').searchParams.get('q') ?? '', person)
            }))
        };
    }

    #records(soql: string, person: Person): object {
        const records = soql.includes('UserSetupEntityAccess')
            ? person.permissions.map((name) => ({ DeveloperName: name, NamespacePrefix: null }))
            : this.#messagesOf(soql, person);
        return { totalSize: records.length, done: true, records };
    }

    #messagesOf(soql: string, person: Person): object[] {
        const [id = ''] = /[0-9a-f]{32}/.exec(soql) ?? [];
        const message = this.#forged.get(`${id} ${person.id}`) ?? this.#messages.get(id);
        return message === undefined ? [] : [herokuMessage(message)];
    }
}

const EXPIRED: [number, object] = [401, [{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }]];

function herokuMessage({ state, at }: Message): object {
    return {
        Social25__Conversation_State__c: state,
        Social25__Conversation_Medium__c: 'whatsapp',
        Social25__Timestamp__c: at.toISOString(),
        Social25__Outbound__c: 0,
        Social25__User_Full_Name__c: 'Maria Lopez',
        Social25__User_First_Name__c: '#N/A',
        Social25__User_Last_Name__c: '#N/A',
        CreatedDate: at.toISOString()
    };
}
