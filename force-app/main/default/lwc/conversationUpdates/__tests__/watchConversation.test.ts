import type * as Updates from 'c/conversationUpdates';
import type * as EmpApi from 'lightning/empApi';
import { FakeEmp, later } from './fakeEmp';

const ID = '6f1c1f9e-5d0e-4a53-9f3e-0f8a2b7c1d42';
const OTHER_ID = '11111111-5d0e-4a53-9f3e-0f8a2b7c1d42';
const BURST_MS = 250;
const FOREIGN = { channel: '/meta/subscribe', subscription: '/event/Other__e', error: '403::' };

let updates: typeof Updates;
let emp: FakeEmp;
let stops: (() => void)[] = [];

function watch(listener: () => void = () => undefined, id = ID, element?: Element): () => void {
    const { stop } = updates.watchConversation(id, listener, element);
    stops.push(stop);
    return stop;
}

/** Whether a card hears of an event now. */
async function isHeard(): Promise<boolean> {
    const listener = jest.fn();
    const { stop } = updates.watchConversation(ID, listener);
    emp.send(ID);
    await pass(BURST_MS);
    stop();
    return listener.mock.calls.length === 1;
}

/** Lets time pass, and whatever is settled then. */
async function pass(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
}

/** Does one after the other, and gathers what comes of it. */
function inTurn<T>(values: readonly number[], task: (value: number) => Promise<T>): Promise<T[]> {
    return values.reduce<Promise<T[]>>(
        async (before, value) => [...(await before), await task(value)],
        Promise.resolve([])
    );
}

function setVisibility(state: DocumentVisibilityState): void {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new CustomEvent('visibilitychange'));
}

beforeEach(() => {
    jest.useFakeTimers();
    // What the module keeps is a page's; every test has a page of its own.
    jest.resetModules();
    updates = jest.requireActual<typeof Updates>('c/conversationUpdates');
    emp = new FakeEmp(jest.requireActual<typeof EmpApi>('lightning/empApi'));
});

afterEach(() => {
    stops.forEach((stop) => stop());
    stops = [];
    jest.useRealTimers();
});

describe('watchConversation: one subscription per page', () => {
    it('subscribes once for three cards, to what is new', async () => {
        [1, 2, 3].forEach(() => watch());
        await pass(0);
        watch();
        await pass(0);

        expect(emp.subscribeCalls).toEqual([['/event/GoTallo_Conversation_Changed__e', -1]]);
        expect(await isHeard()).toBe(true);
    });

    it('unsubscribes with the last card, and not before', async () => {
        const [first, second] = [watch(), watch()];
        await pass(0);

        first();
        first();
        expect(emp.held).toHaveLength(1);
        expect(await isHeard()).toBe(true);
        second();

        expect(emp.held).toEqual([]);
        expect(emp.unsubscribeCalls).toHaveLength(1);
    });

    it('subscribes again for a card that comes after the last one went', async () => {
        watch()();
        await pass(0);
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        emp.send(ID);
        await pass(BURST_MS);

        expect(emp.held).toHaveLength(1);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('leaves no subscription behind when the last card goes while it is subscribing', async () => {
        const { promise, resolve } = later();
        emp.answer = promise;
        const stop = watch();
        await pass(0);

        stop();
        resolve();
        await pass(0);

        expect(emp.subscribeCalls).toHaveLength(1);
        expect(emp.held).toEqual([]);
        expect(emp.unsubscribeCalls).toHaveLength(1);
    });

    it('keeps one subscription when a card goes and another comes while it is subscribing', async () => {
        const { promise, resolve } = later();
        emp.answer = promise;
        watch()();
        watch();
        await pass(0);
        resolve();
        await pass(0);

        expect(emp.held).toHaveLength(1);
        expect(await isHeard()).toBe(true);
    });

    it('does not ask to subscribe when the last card goes before that is possible', async () => {
        watch()();
        await pass(0);
        expect(emp.subscribeCalls).toEqual([]);
    });
});

describe('watchConversation: events', () => {
    it.each([ID, ID.toUpperCase(), ID.replaceAll('-', '')])('tells of an event on %s', async (id) => {
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        emp.send(id);
        await pass(BURST_MS);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it.each([OTHER_ID, '', null])('does not tell of an event on %s', async (id) => {
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        emp.send(id);
        await pass(10_000);
        expect(listener).not.toHaveBeenCalled();
    });

    it('tells each card of its own conversation only', async () => {
        const [mine, other] = [jest.fn(), jest.fn()];
        watch(mine);
        watch(other, OTHER_ID);
        await pass(0);
        emp.send(OTHER_ID);
        await pass(BURST_MS);

        expect(mine).not.toHaveBeenCalled();
        expect(other).toHaveBeenCalledTimes(1);
    });

    it('tells once of events that come together, and again of the next', async () => {
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        [1, 2, 3].forEach(() => emp.send(ID));
        await pass(BURST_MS);
        expect(listener).toHaveBeenCalledTimes(1);

        emp.send(ID);
        await pass(BURST_MS);
        expect(listener).toHaveBeenCalledTimes(2);
    });

    it('tells a card that has gone nothing, though the event came before', async () => {
        const listener = jest.fn();
        watch();
        const stop = watch(listener);
        await pass(0);
        emp.send(ID);
        stop();
        await pass(BURST_MS);
        expect(listener).not.toHaveBeenCalled();
    });
});

describe('watchConversation: a subscription that is lost or refused', () => {
    it.each([
        ['refused for an unknown reason', new Error('403')],
        ['refused without one', undefined]
    ])('is tried again when %s, with growing pauses', async (_what, reason) => {
        emp.answer = Promise.reject(reason as Error);
        watch();
        await pass(0);
        expect(emp.held).toEqual([]);

        const calls = await inTurn([1_999, 1, 3_999, 1, 7_999, 1], async (pause) => {
            await pass(pause);
            return emp.subscribeCalls.length;
        });

        expect(calls).toEqual([1, 2, 2, 3, 3, 4]);
    });

    it('never waits longer than five minutes', async () => {
        emp.answer = Promise.reject(new Error('403'));
        watch();
        await pass(3_600_000);
        const before = emp.subscribeCalls.length;
        await pass(300_000);
        expect(emp.subscribeCalls.length - before).toBe(1);
    });

    it('is live again after an error, and tells that something may have been missed', async () => {
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        emp.fail();
        expect(await isHeard()).toBe(false);
        expect(emp.held).toEqual([]);

        await pass(2_000 - BURST_MS);
        await pass(1);
        expect(emp.held).toHaveLength(1);
        expect(listener).toHaveBeenCalledTimes(1);
        expect(await isHeard()).toBe(true);
    });

    it('is dropped when the error comes while it is subscribing', async () => {
        const { promise, resolve } = later();
        emp.answer = promise;
        watch();
        await pass(0);
        emp.fail();
        resolve();
        await pass(0);
        expect(emp.held).toEqual([]);
        expect(await isHeard()).toBe(false);
    });

    it('takes an error of the whole connection for its own, and not one of another subscription', async () => {
        watch();
        await pass(0);
        emp.fail(FOREIGN);
        expect(emp.held).toHaveLength(1);
        expect(await isHeard()).toBe(true);
        emp.fail({ channel: '/meta/handshake', error: '401::' });
        expect(emp.held).toEqual([]);
        expect(await isHeard()).toBe(false);
    });

    it('is not tried again for nobody', async () => {
        const stop = watch();
        await pass(0);
        emp.fail();
        stop();
        await pass(3_600_000);
        expect(emp.subscribeCalls).toHaveLength(1);
    });

    it('is not tried again behind a hidden page, but on return', async () => {
        watch();
        await pass(0);
        setVisibility('hidden');
        emp.fail();
        await pass(3_600_000);
        expect(emp.subscribeCalls).toHaveLength(1);

        setVisibility('visible');
        await pass(0);
        expect(emp.subscribeCalls).toHaveLength(2);
        expect(await isHeard()).toBe(true);
    });

    it('is not asked for where platform events cannot be had, and the return to the page is told all the same', async () => {
        emp.isEnabled = false;
        const listener = jest.fn();
        watch(listener);
        await pass(3_600_000);
        expect(emp.subscribeCalls).toEqual([]);
        expect(await isHeard()).toBe(false);

        setVisibility('visible');
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });
});

describe('watchConversation: the return to the page', () => {
    it('tells a hidden page nothing, and tells it on return', async () => {
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        setVisibility('hidden');
        emp.send(ID);
        await pass(60_000);
        expect(listener).not.toHaveBeenCalled();

        setVisibility('visible');
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('tells on return when the page was hidden before an event could be told', async () => {
        const listener = jest.fn();
        watch(listener);
        await pass(0);
        emp.send(ID);
        setVisibility('hidden');
        await pass(60_000);
        expect(listener).not.toHaveBeenCalled();
        setVisibility('visible');
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('tells of every return, without any event', async () => {
        const listener = jest.fn();
        watch(listener);
        const calls = await inTurn([1, 2, 3], async () => {
            setVisibility('hidden');
            await pass(60_000);
            setVisibility('visible');
            await pass(0);
            return listener.mock.calls.length;
        });
        expect(calls).toEqual([1, 2, 3]);
    });

    it('tells at most once a second of somebody who goes back and forth', async () => {
        const listener = jest.fn();
        watch(listener);
        await inTurn(Array(9).fill(100), async (pause) => {
            setVisibility('hidden');
            setVisibility('visible');
            await pass(pause);
        });
        expect(listener).toHaveBeenCalledTimes(1);
        await pass(1_000);
        expect(listener).toHaveBeenCalledTimes(2);
    });

    it('tells a card that has gone nothing', async () => {
        const listener = jest.fn();
        watch(listener)();
        setVisibility('visible');
        await pass(60_000);
        expect(listener).not.toHaveBeenCalled();
    });

    it('never asks by itself', async () => {
        const listener = jest.fn();
        watch(listener);
        await pass(24 * 3_600_000);
        expect(listener).not.toHaveBeenCalled();
        expect(emp.subscribeCalls).toHaveLength(1);
    });
});

describe('watchConversation: a tab of the console', () => {
    let look: () => void;
    const disconnect = jest.fn();

    /** Shows or hides the card, as `display: none` of a tab does. */
    function setShown(isShown: boolean): void {
        jest.spyOn(document.body, 'getClientRects').mockReturnValue((isShown ? [{}] : []) as unknown as DOMRectList);
    }

    beforeEach(() => {
        class FakeObserver {
            disconnect = disconnect;
            observe = jest.fn();
            constructor(callback: () => void) {
                look = callback;
            }
        }
        window.IntersectionObserver = FakeObserver as unknown as typeof IntersectionObserver;
        setShown(true);
    });

    afterEach(() => {
        Reflect.deleteProperty(window, 'IntersectionObserver');
    });

    it('is told nothing while it is hidden, and on return', async () => {
        const listener = jest.fn();
        watch(listener, ID, document.body);
        await pass(0);
        look();
        setShown(false);
        look();
        emp.send(ID);
        await pass(60_000);
        expect(listener).not.toHaveBeenCalled();

        setShown(true);
        look();
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('is told on return also without any event', async () => {
        const listener = jest.fn();
        watch(listener, ID, document.body);
        [false, true].forEach((isShown) => {
            setShown(isShown);
            look();
        });
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('is told of what it missed when it is seen again, though it was out of sight when it was hidden', async () => {
        const listener = jest.fn();
        watch(listener, ID, document.body);
        await pass(0);
        look();
        setShown(false);
        emp.send(ID);
        await pass(60_000);
        setShown(true);
        look();
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('is not told of the return to the page while another tab is in front', async () => {
        const listener = jest.fn();
        watch(listener, ID, document.body);
        setShown(false);
        setVisibility('visible');
        await pass(60_000);
        expect(listener).not.toHaveBeenCalled();

        setShown(true);
        look();
        await pass(0);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('is not returned to by scrolling', async () => {
        const listener = jest.fn();
        watch(listener, ID, document.body);
        [1, 2, 3].forEach(() => look());
        await pass(60_000);
        expect(listener).not.toHaveBeenCalled();
    });

    it('is not looked at anymore when the card has gone', () => {
        watch(undefined, ID, document.body)();
        expect(disconnect).toHaveBeenCalledTimes(1);
    });
});
