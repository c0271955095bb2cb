import { close, open, retryNow } from './subscription';
import { watcherOf } from './watcher';
import type { Watcher } from './watcher';

const watchers = new Set<Watcher>();

/**
 * Calls back when somebody else may have changed the conversation, or the page was returned to. A hidden card is left
 * alone: what happened meanwhile is told when it is seen again. All cards of a page share one subscription.
 * @param conversationId dashed or not, in any case
 * @param element of the card; with it, being returned to in a tab of the console counts, too
 */
export function watchConversation(
    conversationId: string,
    listener: () => void,
    element?: Element | null
): { stop(): void } {
    const watcher = watcherOf(conversationId, listener, element);
    watchers.add(watcher);
    if (watchers.size === 1) {
        document.addEventListener('visibilitychange', handleVisibility);
        open({ onChange, onRegained });
    }
    return { stop: () => stop(watcher) };
}

function stop(watcher: Watcher): void {
    watcher.stop();
    if (watchers.delete(watcher) && watchers.size === 0) {
        document.removeEventListener('visibilitychange', handleVisibility);
        close();
    }
}

function onChange(conversationId: string): void {
    watchers.forEach((watcher) => watcher.handleChange(conversationId));
}

function onRegained(): void {
    watchers.forEach((watcher) => watcher.handleReturn());
}

function handleVisibility(): void {
    if (document.visibilityState !== 'hidden') {
        retryNow();
        onRegained();
    }
}
