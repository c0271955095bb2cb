import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
    createMessageContext,
    MessageContext,
    publish,
    releaseMessageContext,
    subscribe,
    unsubscribe
} from '../../console/platform/message-service.ts';

const CHANNEL = 'GoTallo_Conversation__c';

describe('the message service of the page', () => {
    function listening(channel = CHANNEL) {
        const context = createMessageContext();
        const heard: object[] = [];
        const subscription = subscribe(context, channel, (message) => heard.push(message));
        return { context, heard, subscription };
    }

    it('reaches every subscriber of a channel, the publisher too', () => {
        const [one, other] = [listening(), listening()];
        publish(one.context, CHANNEL, { state: 'OPEN' });
        assert.deepEqual([one.heard, other.heard], [[{ state: 'OPEN' }], [{ state: 'OPEN' }]]);
    });

    it('gives each a copy', () => {
        const [one, other] = [listening(), listening()];
        const message = { state: 'OPEN' };
        publish(one.context, CHANNEL, message);
        assert.notEqual(one.heard[0], message);
        assert.notEqual(one.heard[0], other.heard[0]);
    });

    it('does not reach subscribers of another channel', () => {
        const { context, heard } = listening('Other__c');
        publish(context, CHANNEL, { state: 'OPEN' });
        assert.deepEqual(heard, []);
    });

    it('does not reach who has unsubscribed', () => {
        const { context, heard, subscription } = listening();
        unsubscribe(subscription);
        publish(context, CHANNEL, { state: 'OPEN' });
        assert.deepEqual(heard, []);
    });

    it('ends every subscription of a context that is released, which can do nothing more', () => {
        const [one, other] = [listening(), listening()];
        releaseMessageContext(one.context);
        publish(other.context, CHANNEL, { state: 'OPEN' });
        assert.deepEqual(one.heard, []);
        assert.throws(() => publish(one.context, CHANNEL, {}), /needs a message context/);
        assert.throws(() => subscribe(one.context, CHANNEL, () => undefined), /needs a message context/);
    });

    it('gives a component a context for as long as it lives', () => {
        let context: unknown;
        const wire = new MessageContext((value) => (context = value));
        wire.connect();
        publish(context as ReturnType<typeof createMessageContext>, CHANNEL, {});
        wire.disconnect();
        assert.throws(() => publish(context as ReturnType<typeof createMessageContext>, CHANNEL, {}));
    });
});
