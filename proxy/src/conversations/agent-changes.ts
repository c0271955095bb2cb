import type { AgentName, ConversationView } from '#contract';
import { Failure } from '../failure.ts';
import { judge, type JudgeOptions } from './rules/change-rules.ts';
import { textOf, type Changes, type Request } from './protocol/changes.ts';
import type { ConversationId } from './knowledge/conversation-id.ts';
import type { ConversationViewer } from './view/conversation-viewer.ts';
import type { SnapshotReader } from './knowledge/snapshot-reader.ts';
import type { Journal } from './protocol/journal.ts';
import type { Snapshot } from './knowledge/known-state.ts';
import { resolveNativeBlock } from './protocol/resolve-native-block.ts';
import type { NativeBlockTarget } from './protocol/native-call.ts';
import type { Agent, Caller, GoTallo } from './ports.ts';
import type { Command } from './knowledge/records.ts';
import { blockStatus } from './knowledge/block-status.ts';
import type { SettableState } from './knowledge/states.ts';
import { judgeUndo } from './rules/undo.ts';

/** Why, with which words for colleagues, and until when an agent blocks. */
export interface BlockCommand extends Pick<Command, 'reason' | 'note' | 'until'> {
    /** The block to change, and no other; null or left out: block, whatever holds. */
    blockId?: string | null | undefined;
}

/** What is asked for, and what decides on it. */
type Wanted = Pick<Request, 'text' | 'storedText' | 'decide'>;

/** What the changes of agents need. */
export interface AgentChangesParts {
    goTallo: GoTallo;
    journal: Journal;
    snapshots: SnapshotReader;
    changes: Changes;
    viewer: ConversationViewer;
    now(): Date;
}

/**
 * What agents may do to a conversation. Every change returns the view that holds afterwards and throws Failure
 * `no-permission`, `conversation-expired`, `conversation-busy`, `store-unavailable`, `gotallo-unavailable`, or what
 * GoTallo's answer means; with the view that holds now where it is known.
 */
export class AgentChanges {
    readonly #parts: AgentChangesParts;

    constructor(parts: AgentChangesParts) {
        this.#parts = parts;
    }

    /**
     * Blocks; repeated, it changes nothing but reason, note and end.
     * @throws Failure as every change, `end-in-past`, and `block-changed` when it is not the one to change
     */
    async block(caller: Caller, id: ConversationId, { blockId, ...said }: BlockCommand): Promise<ConversationView> {
        const { reason, note, until } = said;
        const command = this.#command({ kind: 'block', state: 'BLOCKED', reason, note, until });
        const request = blockId == null ? command : onlyFor(blockId, command);
        return this.#carryOut(caller, id, request, () => {
            if (until != null && until <= this.#parts.now()) throw new Failure('end-in-past');
        });
    }

    /**
     * Unblocks, to OPEN as GoTallo documents. Where the conversation is known not to be blocked it changes nothing:
     * OPEN would end the bot's part or reopen what is closed.
     */
    async unblock(caller: Caller, id: ConversationId): Promise<ConversationView> {
        return this.#carryOut(caller, id, this.#command({ kind: 'unblock', state: 'OPEN' }));
    }

    /**
     * Sets the state by name: take over, reopen, hand to the bot, close.
     * @throws Failure as every change, and `conversation-blocked`
     */
    async changeState(caller: Caller, id: ConversationId, state: SettableState): Promise<ConversationView> {
        return this.#carryOut(caller, id, this.#command({ kind: 'state', state }));
    }

    /**
     * Takes this agent's last block or unblock back, to exactly what was there before. Repeated, it changes nothing.
     * @throws Failure as every change, and `undo-not-possible`
     */
    async undo(caller: Caller, id: ConversationId, operationId: string): Promise<ConversationView> {
        const decide: Request['decide'] = (snapshot, isNative) =>
            judgeUndo(operationId, snapshot, {
                ...this.#judgeOptions(isNative),
                agent: caller.agent
            });
        const storedText = `undo ${operationId}`;
        // Only one agent may take it back, so nobody shares the answer of another one.
        return this.#carryOut(caller, id, { text: `${storedText} ${caller.agent.id}`, storedText, decide });
    }

    /**
     * A person says what the channel shows, where that is not known or was said wrongly.
     * @throws Failure `no-permission`, and as `resolveNativeBlock`; with the view that holds now where it is known
     */
    async resolveNativeBlock(caller: Caller, id: ConversationId, status: NativeBlockTarget): Promise<ConversationView> {
        const { goTallo, journal, snapshots: reader, viewer, now } = this.#parts;
        return viewer.explained(caller, id, async () => {
            const { agent } = caller;
            if (!agent.permissions.manage) throw new Failure('no-permission');
            const snapshot = await reader.forChange(caller, id);
            const parts = { journal, goTallo, now };
            const record = await resolveNativeBlock(parts, id, status, nameOf(agent), snapshot);
            return viewer.show(id, caller, { ...snapshot, record });
        });
    }

    #command(command: Command): Wanted {
        return {
            text: textOf(command),
            decide: (snapshot, isNative) => judge(command, snapshot, this.#judgeOptions(isNative))
        };
    }

    #judgeOptions(isNative: boolean): JudgeOptions {
        return { isNative, now: this.#parts.now() };
    }

    /** @param ensure throws what is wrong with the command itself */
    async #carryOut(
        caller: Caller,
        id: ConversationId,
        command: Wanted,
        ensure: () => void = () => {}
    ): Promise<ConversationView> {
        const { goTallo, snapshots: reader, changes, viewer } = this.#parts;
        return viewer.explained(caller, id, async () => {
            if (!caller.agent.permissions.block) throw new Failure('no-permission');
            ensure();
            const asked = reader.forChange(caller, id);
            const gather = async (): Promise<Snapshot> => {
                const snapshot = await asked;
                const rest = goTallo.restsForSeconds();
                if (rest !== null) throw new Failure('gotallo-unavailable', { retryAfterSeconds: rest });
                return snapshot;
            };
            const made = changes.make(id, { ...command, by: nameOf(caller.agent), cameAt: caller.cameAt, gather });
            const [snapshot, record] = await Promise.all([asked, made]);
            return viewer.show(id, caller, { ...snapshot, record });
        });
    }
}

function nameOf({ id, name }: Agent): AgentName {
    return { id, name };
}

/** The same, as long as this block is the open one. */
function onlyFor(blockId: string, { text, decide }: Wanted): Wanted {
    return {
        text: `${blockId} ${text}`,
        storedText: text,
        decide: (snapshot, isNative) => {
            const isOpen = snapshot.record.openBlock?.id === blockId && blockStatus(snapshot) !== 'none';
            return isOpen ? decide(snapshot, isNative) : { decline: 'block-changed' };
        }
    };
}
