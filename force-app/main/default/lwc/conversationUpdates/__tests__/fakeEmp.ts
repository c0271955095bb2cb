import type * as EmpApi from 'lightning/empApi';

type Message = EmpApi.EmpMessage<Record<string, unknown>>;

interface Held {
    subscription: EmpApi.Subscription;
    onMessage: (message: Message) => void;
}

const CHANNEL = '/event/GoTallo_Conversation_Changed__e';

/** Stands behind the mock of lightning/empApi: a server that can refuse, be slow, fail later and send events. */
export class FakeEmp {
    isEnabled = true;
    /** What `subscribe` waits for before it answers. */
    answer: Promise<void> = Promise.resolve();
    subscribeCalls: [channel: string, replayId: number][] = [];
    unsubscribeCalls: EmpApi.Subscription[] = [];
    held: Held[] = [];
    private errorCallbacks: ((error: EmpApi.EmpError) => void)[] = [];

    constructor(module: typeof EmpApi) {
        jest.mocked(module.isEmpEnabled).mockImplementation(() => Promise.resolve(this.isEnabled));
        jest.mocked(module.onError).mockImplementation((callback) => {
            this.errorCallbacks.push(callback);
        });
        jest.mocked(module.subscribe).mockImplementation(async (channel, replayId, onMessage) => {
            this.subscribeCalls.push([channel, replayId]);
            await this.answer;
            const subscription = { id: String(this.subscribeCalls.length), channel, replayId };
            this.held.push({ subscription, onMessage: onMessage as Held['onMessage'] });
            return subscription;
        });
        jest.mocked(module.unsubscribe).mockImplementation((subscription) => {
            this.unsubscribeCalls.push(subscription);
            this.held = this.held.filter((each) => each.subscription !== subscription);
            return Promise.resolve({ successful: true });
        });
    }

    send(conversationId: string | null): void {
        const payload = { Conversation_Id__c: conversationId, State__c: 'BLOCKED' };
        this.held.forEach(({ onMessage }) =>
            onMessage({ channel: CHANNEL, data: { payload, event: { replayId: 1 } } })
        );
    }

    fail(error: EmpApi.EmpError = { channel: '/meta/subscribe', subscription: CHANNEL, error: '403::' }): void {
        this.errorCallbacks.forEach((callback) => callback(error));
    }
}

/** Lets `answer` of a fake be given later. */
export function later(): { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void } {
    let resolve: () => void = () => undefined;
    let reject: (reason: Error) => void = () => undefined;
    const promise = new Promise<void>((onResolve, onReject) => {
        resolve = onResolve;
        reject = onReject;
    });
    return { promise, resolve, reject };
}
