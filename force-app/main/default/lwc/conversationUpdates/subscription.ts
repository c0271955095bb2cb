import { isEmpEnabled, onError, subscribe, unsubscribe } from 'lightning/empApi';
import type { EmpError, Subscription } from 'lightning/empApi';

const CHANNEL = '/event/GoTallo_Conversation_Changed__e';
const ONLY_NEW_EVENTS = -1;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 300_000;

/** Fields of the event that matter here. */
interface Changed {
    Conversation_Id__c?: string | null;
}

export interface Hearers {
    /** A conversation has changed. */
    onChange(conversationId: string): void;
    /** Events are received again, and some may have been missed. */
    onRegained(): void;
}

/** One try to subscribe. Replaced, never reused: what comes late for an earlier one is told apart by identity. */
interface Attempt {
    subscription: Subscription | null;
}

let hearers: Hearers | null = null;
let current: Attempt | null = null;
let hearsErrors = false;
let hasLost = false;
let pause = FIRST_PAUSE_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Subscribes this page; until `close`, a lost subscription is tried again. */
export function open(newHearers: Hearers): void {
    hearers = newHearers;
    hasLost = false;
    retryNow();
}

/** Tries again at once, as long as there is no subscription, nor one under way. */
export function retryNow(): void {
    pause = FIRST_PAUSE_MS;
    if (hearers && !current) {
        void attempt();
    }
}

export function close(): void {
    hearers = null;
    drop();
}

async function attempt(): Promise<void> {
    clearTimeout(timer);
    const mine: Attempt = { subscription: null };
    current = mine;
    try {
        if (!(await isEmpEnabled()) || current !== mine) {
            return;
        }
        if (!hearsErrors) {
            hearsErrors = true;
            onError(handleError);
        }
        const subscription = await subscribe<Changed>(CHANNEL, ONLY_NEW_EVENTS, ({ data }) => {
            if (current === mine) {
                pause = FIRST_PAUSE_MS;
                hearers?.onChange(data.payload.Conversation_Id__c ?? '');
            }
        });
        settle(mine, subscription);
    } catch {
        lose(mine);
    }
}

/** The last card may have gone, or an error may have come, while the answer was under way. */
function settle(mine: Attempt, subscription: Subscription): void {
    if (current !== mine) {
        release(subscription);
        return;
    }
    mine.subscription = subscription;
    if (hasLost) {
        hasLost = false;
        hearers?.onRegained();
    }
}

/** The connection is shared: what concerns the subscriptions of others is theirs. */
function handleError({ subscription = CHANNEL }: EmpError): void {
    if (current && subscription === CHANNEL) {
        lose(current);
    }
}

function lose(mine: Attempt): void {
    if (current !== mine) {
        return;
    }
    drop();
    hasLost = true;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- `close` ends it
    timer = setTimeout(tryAgain, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
}

/** Nobody looks at a hidden page; it tries again when somebody returns to it. */
function tryAgain(): void {
    if (document.visibilityState !== 'hidden') {
        void attempt();
    }
}

function drop(): void {
    clearTimeout(timer);
    const dropped = current?.subscription;
    current = null;
    if (dropped) {
        release(dropped);
    }
}

/** Whether the server still knew it does not matter. */
function release(subscription: Subscription): void {
    Promise.resolve(unsubscribe(subscription)).catch(() => undefined);
}
