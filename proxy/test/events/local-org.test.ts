import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { listen } from '../../../sandbox/listen.ts';
import { createOrgApp } from '../../../sandbox/org/org-server.ts';
import { LocalOrg } from '../../../sandbox/org/org.ts';
import { INTEGRATION_USERNAME } from '../../../sandbox/org/users.ts';
import type { EventsConfig } from '../../src/config/config.ts';
import { Secret } from '../../src/config/secret.ts';
import { changeOf, publisherAt } from './event-org.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = new Secret(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());

/** The local org of the sandbox, which checks what it is sent as Salesforce documents it. */
async function localOrg(t: TestContext) {
    const org = new LocalOrg();
    org.apps[0].publicKey = publicKey;
    const server = await listen(createOrgApp(org));
    t.after(() => server.close());
    return { org, url: server.url, app: org.apps[0] };
}

function jwtBearer(clientId: string, audience = 'https://test.salesforce.com'): EventsConfig {
    return { flow: 'jwt-bearer', clientId, username: INTEGRATION_USERNAME, privateKey: PEM, audience };
}

function statesOn(org: LocalOrg): unknown[] {
    return org.events
        .since(0)
        .map(({ channel, payload }) => [channel, payload['Conversation_Id__c'], payload['State__c']]);
}

const TOLD = [['/event/GoTallo_Conversation_Changed__e', 'one', 'BLOCKED']];

describe('publishing in a local org', () => {
    it('works by client credentials', async (t) => {
        const { org, url, app } = await localOrg(t);
        const signIn: EventsConfig = {
            flow: 'client-credentials',
            clientId: app.clientId,
            clientSecret: new Secret(app.clientSecret)
        };
        const { publisher, lines } = publisherAt(t, url, {}, signIn);
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.deepEqual([statesOn(org), lines], [TOLD, []]);
        const user = org.findUser(INTEGRATION_USERNAME);
        assert.equal(org.events.since(0)[0]?.payload['CreatedById'], user?.id);
    });

    it('works by a signed assertion', async (t) => {
        const { org, url, app } = await localOrg(t);
        const { publisher, lines } = publisherAt(t, url, {}, jwtBearer(app.clientId));
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.deepEqual([statesOn(org), lines], [TOLD, []]);
    });

    it('goes on after the session was ended', async (t) => {
        const { org, url, app } = await localOrg(t);
        const { publisher, lines } = publisherAt(t, url, {}, jwtBearer(app.clientId));
        const { promise: told, resolve } = Promise.withResolvers<void>();
        org.events.listen(() => resolve());
        publisher.conversationChanged(changeOf('zero'));
        await told;
        org.sessions.expireAll();
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.deepEqual([statesOn(org).slice(1), lines, org.counts.token], [TOLD, [], 2]);
    });

    const wrong: [what: string, change: (org: LocalOrg) => void, words: RegExp][] = [
        ['the certificate is of another key', (org) => (org.apps[0].publicKey = otherKey()), /no token.*certificate/],
        ['its user is not pre-authorized', (org) => (org.apps[0].preauthorized = []), /no token.*pre-authorized user/],
        ['the app is unknown', (org) => (org.apps[0].clientId = 'another'), /copy clientId/],
        [
            'its user may not create the event',
            (org) => (org.apps[0].preauthorized = ['ana.silva@sandbox.example']),
            /deploy force-app/
        ]
    ];
    for (const [what, change, words] of wrong) {
        it(`says what to do when ${what}`, async (t) => {
            const { org, url, app } = await localOrg(t);
            const signIn = { ...jwtBearer(app.clientId) };
            change(org);
            const username = org.apps[0].preauthorized[0] ?? INTEGRATION_USERNAME;
            const { publisher, lines } = publisherAt(t, url, {}, { ...signIn, username } as EventsConfig);
            publisher.conversationChanged(changeOf('one'));
            await publisher.close();
            assert.deepEqual([lines.length, org.events.lastReplayId], [1, 0]);
            assert.match(lines[0]?.text ?? '', words);
        });
    }

    it('says what to do when the audience is that of production', async (t) => {
        const { url, app } = await localOrg(t);
        const { publisher, lines } = publisherAt(t, url, {}, jwtBearer(app.clientId, 'https://login.salesforce.com'));
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.match(lines[0]?.text ?? '', /no token.*audience/);
    });
});

function otherKey() {
    return generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
}
