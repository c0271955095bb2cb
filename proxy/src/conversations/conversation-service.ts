import type { ConversationView, HistoryView } from '#contract';
import { Failure } from '../failure.ts';
import { AgentChanges } from './agent-changes.ts';
import { announcing } from './protocol/announcing.ts';
import { Changes } from './protocol/changes.ts';
import type { ConversationId } from './knowledge/conversation-id.ts';
import { ConversationViewer } from './view/conversation-viewer.ts';
import { SnapshotReader } from './knowledge/snapshot-reader.ts';
import { HISTORY_LIMIT, type Journal } from './protocol/journal.ts';
import { OperationRunner } from './protocol/operation-runner.ts';
import type { Caller, ChangeListener, GoTallo, WebhookObservation } from './ports.ts';
import { recover } from './protocol/recovery.ts';
import { findingsOfMessage } from './knowledge/findings.ts';
import { endDueBlocks } from './protocol/timed-ends.ts';
import type { ProtocolTiming } from './protocol/timing.ts';
import { operationView, type ViewWords } from './view/view.ts';

/** What the conversations of one tenant need from outside. */
export interface ConversationServiceParts {
    goTallo: GoTallo;
    journal: Journal;
    /** How long the answers of Salesforce and GoTallo count as fresh, in seconds. */
    evidenceSeconds: number;
    timing: ProtocolTiming;
    words: ViewWords;
    /** Told of every change; null or absent: nobody is. */
    changes?: ChangeListener | null;
    /** This process's clock. */
    now?: () => Date;
}

/** Which page of a history is asked for; without anything said, the newest and as long as can be. */
export interface HistoryQuery {
    /** From `nextCursor` of the page before. */
    cursor?: string | undefined;
    limit?: number | undefined;
}

/** Told of what did not go well; it is tried again later. */
type OnFailure = (failure: unknown) => void;

/** The conversations of one tenant: what is known of them, and what agents may do to them. */
export class ConversationService {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #snapshots: SnapshotReader;
    readonly #runner: OperationRunner;
    readonly #changes: Changes;
    readonly #viewer: ConversationViewer;
    readonly #agents: AgentChanges;

    constructor({ goTallo, evidenceSeconds, timing, words, changes, now, ...parts }: ConversationServiceParts) {
        const journal = changes == null ? parts.journal : announcing(parts.journal, changes);
        const common = { goTallo, journal, now: now ?? (() => new Date()) };
        this.#goTallo = goTallo;
        this.#journal = journal;
        this.#snapshots = new SnapshotReader(journal, goTallo, { evidenceSeconds, inFlightMs: timing.inFlightMs });
        this.#runner = new OperationRunner(goTallo, journal, timing);
        this.#changes = new Changes({ goTallo, journal, runner: this.#runner, timing });
        const canReadNativeBlock = goTallo.reads === 'state-and-native-block';
        const options = { nativeChannels: goTallo.nativeChannels, canReadNativeBlock, words };
        this.#viewer = new ConversationViewer({ ...common, snapshots: this.#snapshots, options });
        this.#agents = new AgentChanges({
            ...common,
            snapshots: this.#snapshots,
            changes: this.#changes,
            viewer: this.#viewer
        });
    }

    /**
     * The conversation as this agent may see it.
     * @throws Failure `salesforce-unavailable`, `invalid-token`, `store-unavailable`
     */
    async view(caller: Caller, id: ConversationId): Promise<ConversationView> {
        return this.#viewer.view(caller, id);
    }

    /** As `AgentChanges.block`. */
    async block(...command: Parameters<AgentChanges['block']>): Promise<ConversationView> {
        return this.#agents.block(...command);
    }

    /** As `AgentChanges.unblock`. */
    async unblock(...command: Parameters<AgentChanges['unblock']>): Promise<ConversationView> {
        return this.#agents.unblock(...command);
    }

    /** As `AgentChanges.changeState`. */
    async changeState(...command: Parameters<AgentChanges['changeState']>): Promise<ConversationView> {
        return this.#agents.changeState(...command);
    }

    /** As `AgentChanges.undo`. */
    async undo(...command: Parameters<AgentChanges['undo']>): Promise<ConversationView> {
        return this.#agents.undo(...command);
    }

    /** As `AgentChanges.resolveNativeBlock`. */
    async resolveNativeBlock(...command: Parameters<AgentChanges['resolveNativeBlock']>): Promise<ConversationView> {
        return this.#agents.resolveNativeBlock(...command);
    }

    /**
     * A page of the operations on the conversation.
     * @throws Failure `no-permission`, `store-unavailable`
     */
    async history({ agent }: Caller, id: ConversationId, page: HistoryQuery = {}): Promise<HistoryView> {
        if (!agent.permissions.block && !agent.permissions.manage) throw new Failure('no-permission');
        const { cursor: before = null, limit = HISTORY_LIMIT } = page;
        // One more than is told: whether there is another page.
        const entries = await this.#journal.history(id, { before, limit: limit + 1 });
        const told = entries.slice(0, limit);
        const nextCursor = entries.length > limit ? (told.at(-1)?.number ?? null) : null;
        return { conversationId: id, operations: told.map(operationView), nextCursor };
    }

    /**
     * A webhook told of a message; the same one again changes nothing.
     * @throws Failure `store-unavailable`; then it was not taken
     */
    async observeWebhook(notice: WebhookObservation): Promise<void> {
        const { conversationId, id } = notice;
        this.#snapshots.heardWebhook(conversationId);
        await this.#journal.recordFindings(
            conversationId,
            (record) => {
                const contact = { ...record.contact, channel: notice.channel ?? record.contact.channel };
                const snapshot = { record: { ...record, contact }, message: null, read: null };
                return findingsOfMessage(record, notice, this.#snapshots.findingOptions(snapshot));
            },
            { id, modifiedAt: notice.toldModifiedAt }
        );
    }

    /** Forgets conversations that only webhooks named, and not for so many days. */
    async forget(days: number, onFailure: OnFailure): Promise<void> {
        await this.#journal.forget(days).catch(onFailure);
    }

    /** Takes up operations that nobody holds and whose time has come, and brings each nearer to its end. */
    async recover(onFailure: OnFailure): Promise<void> {
        await recover({ goTallo: this.#goTallo, journal: this.#journal, runner: this.#runner, onFailure });
    }

    /** Ends every block whose time is over. */
    async endDueBlocks(onFailure: OnFailure): Promise<void> {
        await endDueBlocks({
            goTallo: this.#goTallo,
            journal: this.#journal,
            changes: this.#changes,
            snapshots: this.#snapshots,
            onFailure
        });
    }
}
