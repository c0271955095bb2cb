import { createAgentCommands, type AgentCommands } from './agent-commands.ts';
import { observeWebhook } from './knowledge/observe-webhook.ts';
import { SnapshotReader } from './knowledge/snapshot-reader.ts';
import type { ChangeListener, GoTallo, WebhookObservation } from './ports.ts';
import { announcing } from './protocol/announcing.ts';
import { CommandQueue } from './protocol/command-queue.ts';
import type { Journal } from './protocol/journal.ts';
import { OperationRunner } from './protocol/operation-runner.ts';
import { recover } from './protocol/recovery.ts';
import { endDueBlocks } from './protocol/timed-ends.ts';
import type { ProtocolTiming } from './protocol/timing.ts';
import { conversationView } from './view/conversation-view.ts';
import { createViewer, type Show, type Viewer } from './view/viewer.ts';

/** What the conversations of one tenant need from outside. */
export interface ConversationsParts {
    goTallo: GoTallo;
    journal: Journal;
    /** How long the answers of Salesforce and GoTallo count as fresh, in seconds. */
    evidenceSeconds: number;
    timing: ProtocolTiming;
    /** As in `ViewOptions`. */
    blockedStateExcluded: boolean;
    /** Told of every change; null or absent: nobody is. */
    changes?: ChangeListener | null;
    /** This process's clock. */
    now?: () => Date;
}

/** Told of what did not go well; it is tried again later. */
type OnFailure = (failure: unknown) => void;

/** What happens without an agent. */
interface Upkeep {
    /** As the function of this name in `knowledge/`. */
    observeWebhook(message: WebhookObservation): Promise<void>;
    /** Takes up operations that nobody holds and whose time has come, and brings each nearer to its end. Never throws. */
    recover(onFailure: OnFailure): Promise<void>;
    /** Ends every block whose time is over. Never throws. */
    endDueBlocks(onFailure: OnFailure): Promise<void>;
    /** Forgets conversations that only webhooks named, and not for so many days. Never throws. */
    forget(days: number, onFailure: OnFailure): Promise<void>;
}

/** The conversations of one tenant: what is known of them, what agents may do to them, and what happens by itself. */
export type Conversations = Viewer & AgentCommands & Upkeep;

/** Puts the rooms together; every member is the function that does the work. */
export function createConversations({
    goTallo,
    evidenceSeconds,
    timing,
    blockedStateExcluded,
    changes = null,
    now = () => new Date(),
    ...parts
}: ConversationsParts): Conversations {
    const journal = changes === null ? parts.journal : announcing(parts.journal, changes, now);
    const snapshots = new SnapshotReader(journal, goTallo, { evidenceSeconds });
    const runner = new OperationRunner({ goTallo, journal, timing, now });
    const queue = new CommandQueue({ goTallo, journal, runner, timing });
    const canReadNativeBlock = goTallo.reads === 'state-and-native-block';
    const options = { nativeChannels: goTallo.nativeChannels, canReadNativeBlock, blockedStateExcluded };
    const show: Show = (id, { agent }, snapshot) => conversationView(id, agent, snapshot, { ...options, now: now() });
    const viewer = createViewer({ snapshots, journal, show });
    return {
        ...viewer,
        ...createAgentCommands({ goTallo, journal, snapshots, queue, viewer, show, now }),
        observeWebhook: (message) => observeWebhook({ records: journal, snapshots }, message),
        recover: (onFailure) => recover({ goTallo, journal, runner, onFailure }),
        endDueBlocks: (onFailure) => endDueBlocks({ goTallo, journal, queue, snapshots, onFailure }),
        forget: (days, onFailure) => journal.forget(days).then(() => {}, onFailure)
    };
}
