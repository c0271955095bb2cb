import type { ConversationMessage } from 'c/conversationUpdates';
import { flushPromises } from './dom';
import { CONVERSATION_ID } from './views';

/** Stands for c/conversationUpdates: what happens elsewhere happens when a test says so. */
const watchers = new Map<object, { id: string; listener: () => void }>();
const listeners = new Set<(message: ConversationMessage) => void>();
let told: ConversationMessage[] = [];

export function watchConversation(id: string, listener: () => void): { stop(): unknown } {
    const key = {};
    watchers.set(key, { id, listener });
    return { stop: () => watchers.delete(key) };
}

export function onMessage(listener: (message: ConversationMessage) => void): { stop(): unknown } {
    listeners.add(listener);
    return { stop: () => listeners.delete(listener) };
}

/** Like the platform, tells the one who says it, too. */
export function publishState(message: ConversationMessage): void {
    told.push(message);
    listeners.forEach((listener) => listener(message));
}

/** The same as the real one. */
export function normalizeId(conversationId: string): string {
    return conversationId.replaceAll('-', '').toLowerCase();
}

/** Something was changed elsewhere, or the page was returned to. */
export function hint(conversationId = CONVERSATION_ID): Promise<void> {
    watchers.forEach(({ id, listener }) => (id === conversationId ? listener() : undefined));
    return flushPromises();
}

/** The page was returned to. */
export function comeBack(): Promise<void> {
    watchers.forEach(({ listener }) => listener());
    return flushPromises();
}

/** Another component says something. */
export function say(message: Partial<ConversationMessage>): Promise<void> {
    const whole = { conversationId: null, state: null, source: 'another', ...message };
    listeners.forEach((listener) => listener(whole));
    return flushPromises();
}

/** What the card told others, since the last time it was asked. */
export function takeTold(): ConversationMessage[] {
    const before = told;
    told = [];
    return before;
}

/** Which conversations are watched. */
export function watched(): string[] {
    return Array.from(watchers.values(), ({ id }) => id);
}
