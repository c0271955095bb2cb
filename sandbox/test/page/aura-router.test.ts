import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import express from 'express';
import { listen, type Listening } from '../../listen.ts';
import { readApexTables } from '../../org/apex/apex-source.ts';
import { GoTalloConversationController } from '../../org/apex/gotallo-conversation-controller.ts';
import { GoTalloSetupController } from '../../org/apex/gotallo-setup-controller.ts';
import { NamedCredential } from '../../org/apex/named-credential.ts';
import { LocalOrg } from '../../org/org.ts';
import { auraRouter } from '../../page/aura-router.ts';

const METHOD = 'GoTalloConversationController.getConversation';
const ANA = 'ana.silva@sandbox.example';

describe('/aura', () => {
    const org = new LocalOrg();
    let server: Listening;

    before(async () => {
        const credential = new NamedCredential(() => '');
        const controllers = {
            GoTalloConversationController: new GoTalloConversationController(org, credential),
            GoTalloSetupController: new GoTalloSetupController(credential)
        };
        server = await listen(express().use(auraRouter(controllers, org)));
    });
    after(() => server.close());

    async function call(name: string, user: string, language?: string): Promise<{ status: number; message: string }> {
        const headers = {
            'Content-Type': 'application/json',
            'X-Sandbox-User': user,
            ...(language !== undefined && { 'X-Sandbox-Language': language })
        };
        const body = JSON.stringify({ recordId: '00Q5g00000zzzzzEAA' });
        const response = await fetch(`${server.url}/aura/${name}`, { method: 'POST', headers, body });
        const { message } = (await response.json()) as { message: string };
        return { status: response.status, message };
    }

    async function wordsIn(language?: string): Promise<unknown> {
        const { message } = await call(METHOD, ANA, language);
        return (JSON.parse(message) as { message: unknown }).message;
    }

    for (const language of ['en_US', 'de', 'ja']) {
        it(`says in ${language} what went wrong to a user of that language`, async () => {
            assert.equal(await wordsIn(language), readApexTables(language).messages.get('record-not-found'));
        });
    }

    for (const language of [undefined, 'tlh', '../../package']) {
        it(`says it in English where the language is ${language}`, async () => {
            assert.equal(await wordsIn(language), readApexTables().messages.get('record-not-found'));
        });
    }

    const unknown: [string, string, string][] = [
        ['a method', 'GoTalloConversationController.drop', ANA],
        ['a class', 'Other.getConversation', ANA],
        ['a user', METHOD, 'no.body@sandbox.example']
    ];
    for (const [what, name, user] of unknown) {
        it(`does not find ${what} that there is not`, async () => {
            assert.deepEqual(await call(name, user), { status: 404, message: 'No such action.' });
        });
    }
});
