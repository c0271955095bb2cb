import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LocalGoTallo } from '../../gotallo/local-gotallo.ts';
import { canBlock, isOutsideWindow } from '../../gotallo/channel.ts';
import { LocalOrg } from '../../org/org.ts';
import { seed } from '../../seed/seed.ts';

describe('seed', () => {
    const org = new LocalOrg();
    const gotallo = new LocalGoTallo(() => Promise.resolve());

    it('has somebody in every state, on five channels, and a record without a conversation', () => {
        const people = seed(org, gotallo).map(({ person }) => person);
        const states = new Set(people.map(({ state }) => state));
        assert.deepEqual(states, new Set(['OPEN', 'CLOSED', 'AUTO_BOT', 'BLOCKED', 'EXPIRED', null]));
        assert.equal(new Set(people.map(({ medium }) => medium)).size, 5);
    });

    it('has WhatsApp with its window open and closed, Instagram, and a channel that cannot block, all open', () => {
        const open = seed(org, gotallo).filter(({ person }) => person.state === 'OPEN');
        const conversations = open.map(({ conversationId }) => gotallo.conversation(conversationId ?? ''));
        const kinds = conversations.map((each) => {
            if (!canBlock(each)) return 'cannot block';
            return `${each.medium} ${isOutsideWindow(each) ? 'refuses' : 'can be asked'}`;
        });
        assert.deepEqual(
            new Set(kinds),
            new Set(['cannot block', 'whatsapp can be asked', 'whatsapp refuses', 'instagram can be asked'])
        );
        assert.ok(conversations.every(({ isNativeBlocked }) => !isNativeBlocked));
    });

    it('keeps record ids over a reset and gives every conversation a new one', () => {
        const [before, after] = [seed(org, gotallo), seed(org, gotallo)];
        assert.deepEqual(
            before.map(({ recordId }) => recordId),
            after.map(({ recordId }) => recordId)
        );
        const ids = [...before, ...after].flatMap(({ conversationId }) => conversationId ?? []);
        assert.equal(new Set(ids).size, ids.length);
    });

    it('leaves nothing of before a reset', async () => {
        const [maria] = seed(org, gotallo);
        await gotallo.customerWrites(maria?.conversationId ?? '', 'hello');
        const messages = org.records.all('Social25__Heroku_Message__c').length;
        seed(org, gotallo);
        assert.throws(() => gotallo.conversation(maria?.conversationId ?? ''), { status: 404 });
        assert.equal(org.records.all('Social25__Heroku_Message__c').length, messages);
    });
});
