import type { ConversationView, HistoryView } from '#contract';
import { Failure } from '../../lib/failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import type { Snapshot } from '../knowledge/known-state.ts';
import type { SnapshotReader } from '../knowledge/snapshot-reader.ts';
import type { Caller } from '../ports.ts';
import { HISTORY_LIMIT, type Journal } from '../protocol/journal.ts';
import { operationView } from './history-view.ts';

/** Draws what is known of a conversation as this agent may see it, and asks nobody. */
export type Show = (id: ConversationId, caller: Caller, snapshot: Snapshot) => ConversationView;

/** Which page of a history is asked for; without anything said, the newest and as long as can be. */
interface HistoryQuery {
    /** From `nextCursor` of the page before. */
    cursor?: string | undefined;
    limit?: number | undefined;
}

/** What agents are shown. */
export interface Viewer {
    /**
     * The conversation as this agent may see it.
     * @throws Failure `salesforce-unavailable`, `invalid-token`, `store-unavailable`
     */
    view(caller: Caller, id: ConversationId): Promise<ConversationView>;

    /**
     * A page of the operations on the conversation.
     * @throws Failure `no-permission`, `store-unavailable`
     */
    history(caller: Caller, id: ConversationId, page?: HistoryQuery): Promise<HistoryView>;
}

/** What showing needs. */
export interface ViewerParts {
    snapshots: SnapshotReader;
    journal: Pick<Journal, 'history'>;
    show: Show;
}

/** Shows conversations, and changes nothing. */
export function createViewer({ snapshots, journal, show }: ViewerParts): Viewer {
    return {
        async view(caller, id) {
            return show(id, caller, await snapshots.forView(caller, id));
        },
        async history({ agent }, id, { cursor: before = null, limit = HISTORY_LIMIT } = {}) {
            if (!agent.permissions.block && !agent.permissions.manage) throw new Failure('no-permission');
            // One more than is shown: whether there is another page.
            const entries = await journal.history(id, { before, limit: limit + 1 });
            const shown = entries.slice(0, limit);
            const nextCursor = entries.length > limit ? (shown.at(-1)?.number ?? null) : null;
            return { conversationId: id, operations: shown.map(operationView), nextCursor };
        }
    };
}
