import type { BlockRequest } from '#contract';
import { ORGANIZATION_ID } from '../../../sandbox/org/users.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { recordIn } from '../open-console.ts';

/** Users of the sandbox, by their first names. */
export type UserName = 'ana' | 'sam' | 'robin' | 'dana' | 'maya';

const USERNAMES: Readonly<Record<UserName, string>> = {
    ana: 'ana.silva',
    sam: 'sam.lee',
    robin: 'robin.doe',
    dana: 'dana.fox',
    maya: 'maya.admin'
};

/** What has happened to a conversation before anybody looks: commands go to the proxy itself, without a page. */
export class Scene {
    readonly sandbox: Sandbox;
    private readonly path: string;

    constructor(sandbox: Sandbox, person: string) {
        this.sandbox = sandbox;
        this.path = `/v1/conversations/${recordIn(sandbox, person).conversationId}`;
    }

    async block(user: UserName, terms: BlockRequest): Promise<void> {
        await this.send(user, 'PUT', '/block', terms);
    }

    async unblock(user: UserName): Promise<void> {
        await this.send(user, 'DELETE', '/block');
    }

    async setState(user: UserName, state: string): Promise<void> {
        await this.send(user, 'PUT', '/state', { state });
    }

    /** ISO 8601, from the sandbox's now. */
    inHours(hours: number): string {
        return new Date(Date.now() + this.sandbox.time.ahead() + hours * HOUR_MS).toISOString();
    }

    async letPass(hours: number): Promise<void> {
        await this.sandbox.time.move(hours * HOUR_MS);
    }

    /** What comes of it, good or bad, is for the card to show. */
    private async send(user: UserName, method: string, path: string, body?: object): Promise<void> {
        const response = await fetch(this.sandbox.proxyUrl + this.path + path, {
            method,
            headers: {
                Authorization: `Bearer ${this.sandbox.tokenOf(`${USERNAMES[user]}@sandbox.example`)}`,
                'X-Salesforce-Org-Id': ORGANIZATION_ID,
                ...(body && { 'Content-Type': 'application/json' })
            },
            ...(body && { body: JSON.stringify(body) })
        });
        await response.text();
    }
}

const HOUR_MS = 60 * 60 * 1000;
