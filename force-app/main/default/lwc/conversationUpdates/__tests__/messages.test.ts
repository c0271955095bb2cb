import type * as Updates from 'c/conversationUpdates';
import type { ConversationMessage } from 'c/conversationUpdates';
import type { MockedObject } from 'jest-mock';
import type * as MessageService from 'lightning/messageService';

const MESSAGE: ConversationMessage = {
    recordId: '500000000000001AAA',
    conversationId: '6f1c1f9e-5d0e-4a53-9f3e-0f8a2b7c1d42',
    state: 'BLOCKED',
    source: 'card'
};
const CHANNEL = 'GoTallo_Conversation__c';

let updates: typeof Updates;
let service: MockedObject<typeof MessageService>;

beforeEach(() => {
    jest.resetModules();
    updates = jest.requireActual<typeof Updates>('c/conversationUpdates');
    service = jest.requireActual<MockedObject<typeof MessageService>>('lightning/messageService');
    service.createMessageContext.mockImplementation(() => ({}) as ReturnType<typeof service.createMessageContext>);
    service.subscribe.mockImplementation(() => ({}) as ReturnType<typeof service.subscribe>);
});

/** What a subscriber of the message service would hear. */
function send(message: unknown): void {
    service.subscribe.mock.calls.forEach(([, , hear]) => hear(message as object));
}

describe('publishState', () => {
    it('says what the state is now', () => {
        updates.publishState(MESSAGE);
        expect(service.publish.mock.calls.map(([, ...rest]) => rest)).toEqual([[CHANNEL, MESSAGE]]);
    });

    it('makes one context for all that is said and heard', () => {
        updates.publishState(MESSAGE);
        updates.onMessage(() => undefined);
        updates.publishState(MESSAGE);
        expect(service.createMessageContext).toHaveBeenCalledTimes(1);
    });

    it.each(['createMessageContext', 'publish'] as const)('fails no change when %s fails', (name) => {
        service[name].mockImplementation(() => {
            throw new Error('not here');
        });
        expect(() => updates.publishState(MESSAGE)).not.toThrow();
    });
});

describe('onMessage', () => {
    it('hears messages from anywhere in the app', () => {
        const listener = jest.fn();
        updates.onMessage(listener);
        send(MESSAGE);
        expect(listener.mock.calls).toEqual([[MESSAGE]]);
        expect(service.subscribe.mock.calls[0]?.[3]).toEqual({ scope: service.APPLICATION_SCOPE });
    });

    it.each([null, undefined, {}])('bears the message %s of another component', (message) => {
        const listener = jest.fn();
        updates.onMessage(listener);
        send(message);
        expect(listener.mock.calls).toEqual([[{}]]);
    });

    it('stops hearing what it was asked to, and goes on with the rest', () => {
        const [first, second] = [{ id: 'first' }, { id: 'second' }].map((subscription) => {
            service.subscribe.mockReturnValueOnce(subscription as unknown as ReturnType<typeof service.subscribe>);
            return updates.onMessage(() => undefined);
        });
        first?.stop();
        expect(service.unsubscribe.mock.calls).toEqual([[{ id: 'first' }]]);
        second?.stop();
        expect(service.unsubscribe.mock.calls).toEqual([[{ id: 'first' }], [{ id: 'second' }]]);
    });

    it('leaves the card alone where there is no message service', () => {
        service.createMessageContext.mockImplementation(() => {
            throw new Error('not here');
        });
        expect(() => updates.onMessage(() => undefined).stop()).not.toThrow();
    });
});
