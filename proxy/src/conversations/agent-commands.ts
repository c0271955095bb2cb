import type { AgentName, ConversationView, ProblemCode } from '#contract';
import { Failure } from '../lib/failure.ts';
import { blockStatus } from './knowledge/block-status.ts';
import type { SaidTerms } from './knowledge/block-terms.ts';
import type { ConversationId } from './knowledge/conversation-id.ts';
import type { Snapshot } from './knowledge/known-state.ts';
import type { Command } from './knowledge/records.ts';
import type { SnapshotReader } from './knowledge/snapshot-reader.ts';
import type { SettableState } from './knowledge/states.ts';
import type { Agent, Caller, GoTallo } from './ports.ts';
import { textOf, type CommandQueue, type QueuedCommand } from './protocol/command-queue.ts';
import { resolveNativeBlock, type NativeBlockWord, type ResolveParts } from './protocol/resolve-native-block.ts';
import { judge } from './rules/judge-command.ts';
import { judgeRetry, RETRY } from './rules/judge-retry.ts';
import { judgeUndo } from './rules/judge-undo.ts';
import { withCurrentView } from './view/current-view.ts';
import type { Show, Viewer } from './view/viewer.ts';

/** Why, with which words for colleagues, and until when an agent blocks. */
interface BlockCommand extends SaidTerms {
    /** The block to change, and no other; null or left out: block, whatever holds. */
    blockId?: string | null | undefined;
}

/** A word to the colleague whose block it is. */
type UnblockCommand = Pick<SaidTerms, 'note'>;

/**
 * What agents may do to a conversation. Every command returns the view that holds afterwards and throws Failure
 * `no-permission`, `conversation-expired`, `conversation-busy`, `store-unavailable`, `gotallo-unavailable`, or what
 * GoTallo's answer means; with the view that holds now where it is known.
 */
export interface AgentCommands {
    /**
     * Blocks; repeated, it changes nothing but reason, note and end.
     * @throws Failure as every command, `end-in-past`, and `block-changed` when it is not the one to change
     */
    block(caller: Caller, id: ConversationId, command: BlockCommand): Promise<ConversationView>;

    /**
     * Unblocks, to OPEN as GoTallo documents. Where the conversation is known not to be blocked it changes nothing:
     * OPEN would end the bot's part or reopen what is closed. Then a note is not kept, either: it is one of an unblock.
     */
    unblock(caller: Caller, id: ConversationId, command?: UnblockCommand): Promise<ConversationView>;

    /**
     * Sets the state by name: take over, reopen, hand to the bot, close.
     * @throws Failure as every command, and `conversation-blocked`
     */
    changeState(caller: Caller, id: ConversationId, state: SettableState): Promise<ConversationView>;

    /**
     * Takes this agent's last block or unblock back, to exactly what was there before. Repeated, it changes nothing.
     * @throws Failure as every command, and `undo-not-possible`
     */
    undo(caller: Caller, id: ConversationId, operationId: string): Promise<ConversationView>;

    /**
     * Asks the channel once more to block, for the block that is open; of that it changes nothing. Repeated, it does nothing
     * once the channel blocks.
     * @throws Failure as every command, `block-changed`, `native-block-not-supported`, and `native-block-not-possible`
     */
    retryNativeBlock(caller: Caller, id: ConversationId): Promise<ConversationView>;

    /**
     * A person says what the channel shows, where that is not known or was said wrongly.
     * @param word with the version of the view that they looked at the channel with
     * @throws Failure `no-permission`, and as the protocol's `resolveNativeBlock`; with the view that holds now where it
     *   is known
     */
    resolveNativeBlock(caller: Caller, id: ConversationId, word: NativeBlockWord): Promise<ConversationView>;
}

/** What the commands of agents need. */
export interface AgentCommandsParts {
    goTallo: GoTallo;
    journal: ResolveParts['journal'];
    snapshots: SnapshotReader;
    queue: CommandQueue;
    viewer: Viewer;
    show: Show;
    now(): Date;
}

/** What is asked for, and what decides on it. */
type Wanted = Pick<QueuedCommand, 'text' | 'storedText' | 'decide'> & {
    /** What is wrong with the command itself, whatever is known. */
    fault?: ProblemCode | null;
};

/** The commands of the agents of one tenant. */
export function createAgentCommands(parts: AgentCommandsParts): AgentCommands {
    const { goTallo, snapshots, queue, viewer, show, now } = parts;

    function wanted(command: Command): Wanted {
        return {
            text: textOf(command),
            decide: (snapshot, { isNative }) => judge(command, snapshot, { isNative, now: now() })
        };
    }

    /** What is known when the command's turn has come; nothing is accepted while GoTallo is left in peace. */
    async function gathered(asked: Promise<Snapshot>): Promise<Snapshot> {
        const snapshot = await asked;
        const retryAfterSeconds = goTallo.restsForSeconds();
        if (retryAfterSeconds !== null) throw new Failure('gotallo-unavailable', { retryAfterSeconds });
        return snapshot;
    }

    async function carryOut(
        caller: Caller,
        id: ConversationId,
        { fault = null, ...command }: Wanted
    ): Promise<ConversationView> {
        return withCurrentView(viewer, caller, id, async () => {
            if (!caller.agent.permissions.block) throw new Failure('no-permission');
            if (fault !== null) throw new Failure(fault);
            const asked = snapshots.forChange(caller, id);
            const gather = (): Promise<Snapshot> => gathered(asked);
            const done = queue.carryOut(id, { ...command, by: nameOf(caller.agent), cameAt: caller.cameAt, gather });
            const [snapshot, record] = await Promise.all([asked, done]);
            return show(id, caller, { ...snapshot, record });
        });
    }

    return {
        async block(caller, id, { blockId, ...terms }) {
            const command = wanted({ kind: 'block', state: 'BLOCKED', terms });
            const fault = terms.until != null && terms.until <= now() ? 'end-in-past' : null;
            return carryOut(caller, id, { ...(blockId == null ? command : onlyFor(blockId, command)), fault });
        },
        async unblock(caller, id, { note = null } = {}) {
            const terms = note === null ? {} : { terms: { note } };
            return carryOut(caller, id, wanted({ kind: 'unblock', state: 'OPEN', ...terms }));
        },
        async changeState(caller, id, state) {
            return carryOut(caller, id, wanted({ kind: 'state', state }));
        },
        async undo(caller, id, operationId) {
            const { agent } = caller;
            const storedText = `undo ${operationId}`;
            // Only one agent may take it back, so nobody shares the answer of another one.
            const text = `${storedText} ${agent.id}`;
            const decide: Wanted['decide'] = (snapshot, { isNative }) =>
                judgeUndo(operationId, snapshot, { isNative, now: now(), agent });
            return carryOut(caller, id, { text, storedText, decide });
        },
        retryNativeBlock: (caller, id) => carryOut(caller, id, retry(now)),
        resolveNativeBlock: (caller, id, word) => resolve(parts, caller, id, word)
    };
}

async function resolve(
    { goTallo, journal, snapshots, viewer, show, now }: AgentCommandsParts,
    caller: Caller,
    id: ConversationId,
    word: NativeBlockWord
): Promise<ConversationView> {
    return withCurrentView(viewer, caller, id, async () => {
        const { agent } = caller;
        if (!agent.permissions.manage) throw new Failure('no-permission');
        const snapshot = await snapshots.forChange(caller, id);
        const record = await resolveNativeBlock({ journal, goTallo, now }, id, word, nameOf(agent), snapshot);
        return show(id, caller, { ...snapshot, record });
    });
}

function nameOf({ id, name }: Agent): AgentName {
    return { id, name };
}

function retry(now: () => Date): Wanted {
    return { text: textOf(RETRY), decide: (snapshot, channel) => judgeRetry(snapshot, { channel, now: now() }) };
}

/** The same, as long as this block is the open one. */
function onlyFor(blockId: string, { text, decide }: Wanted): Wanted {
    return {
        text: `${blockId} ${text}`,
        storedText: text,
        decide: (snapshot, channel) => {
            const isOpen = snapshot.record.openBlock?.id === blockId && blockStatus(snapshot) !== 'none';
            return isOpen ? decide(snapshot, channel) : { decline: 'block-changed' };
        }
    };
}
