import type { ConversationView, HistoryView, PlatformBlockView } from '#contract';
import { Failure } from '../failure.ts';
import { isAlreadyUnblocked, isDoubtful, refusalOf } from './change-rules.ts';
import type { ConversationId } from './conversation-id.ts';
import { FactsReader } from './facts-reader.ts';
import type { Facts } from './known-state.ts';
import { GoTalloFailure, type Caller, type GoTallo } from './ports.ts';
import type { ConversationRecord, Journal, Operation, Wish } from './records.ts';
import { blockStanding } from './shown-block.ts';
import type { SettableState } from './states.ts';
import { Turns } from './turns.ts';
import { conversationView, operationView } from './view.ts';

/** What the conversations of one tenant need from outside. */
export interface ConversationServiceParts {
    goTallo: GoTallo;
    journal: Journal;
    /** How long Salesforce's answer counts as fresh, in seconds. */
    evidenceSeconds: number;
    /** What agents must know where blocking by state does less than it should; null where it does all. */
    stateBlockCaveat: string | null;
}

/** Why and with which words for colleagues an agent blocks. */
export type BlockWish = Pick<Wish, 'reason' | 'note'>;

/** The conversations of one tenant: what is known of them, and what agents may do to them. */
export class ConversationService {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #facts: FactsReader;
    readonly #turns = new Turns();
    readonly #platformBlock: PlatformBlockView;

    constructor({ goTallo, journal, evidenceSeconds, stateBlockCaveat }: ConversationServiceParts) {
        this.#goTallo = goTallo;
        this.#journal = journal;
        this.#facts = new FactsReader(journal, evidenceSeconds);
        // Blocking is by state on every channel, so nothing is known or claimed of the channel's own block.
        this.#platformBlock = { status: 'not-supported', message: stateBlockCaveat };
    }

    /**
     * The conversation as this agent may see it.
     * @throws Failure `salesforce-unavailable`, `invalid-token`, `store-unavailable`
     */
    async view(caller: Caller, id: ConversationId): Promise<ConversationView> {
        const facts = await this.#facts.forView(caller, id);
        await this.#noticeEndElsewhere(id, facts);
        return this.#show(id, caller, facts);
    }

    /**
     * Blocks; repeated, it changes nothing but reason and note.
     * @throws Failure as every change
     */
    async block(caller: Caller, id: ConversationId, { reason, note }: BlockWish): Promise<ConversationView> {
        return this.#change(caller, id, { kind: 'block', state: 'BLOCKED', reason, note });
    }

    /**
     * Unblocks, to OPEN as GoTallo documents. Where the conversation is known not to be blocked it changes nothing:
     * OPEN would end the bot's part or reopen what is closed.
     * @throws Failure as every change
     */
    async unblock(caller: Caller, id: ConversationId): Promise<ConversationView> {
        return this.#change(caller, id, { kind: 'unblock', state: 'OPEN' });
    }

    /**
     * Sets the state by name: take over, reopen, hand to the bot, close.
     * @throws Failure as every change, and `conversation-blocked`
     */
    async changeState(caller: Caller, id: ConversationId, state: SettableState): Promise<ConversationView> {
        return this.#change(caller, id, { kind: 'state', state });
    }

    /**
     * Every operation on the conversation.
     * @throws Failure `no-permission`, `store-unavailable`
     */
    async history({ agent }: Caller, id: ConversationId): Promise<HistoryView> {
        if (!agent.permissions.block && !agent.permissions.manage) throw new Failure('no-permission');
        const operations = await this.#journal.history(id);
        return { conversationId: id, operations: operations.map(operationView) };
    }

    /**
     * Writes the wish down, then carries it out, one at a time per conversation.
     * @throws Failure `no-permission`, `conversation-expired`, `store-unavailable`, or what GoTallo's answer means;
     *   with the view that holds now where it is known
     */
    async #change(caller: Caller, id: ConversationId, wish: Wish): Promise<ConversationView> {
        if (!caller.agent.permissions.block) throw await this.#withView(new Failure('no-permission'), caller, id);
        return this.#turns.take(id, async () => {
            const facts = await this.#facts.forChange(caller, id);
            const refusal = refusalOf(wish, facts);
            if (refusal !== null) throw await this.#withView(new Failure(refusal), caller, id);
            if (isAlreadyUnblocked(wish, facts)) return this.#show(id, caller, facts);
            const by = { id: caller.agent.id, name: caller.agent.name };
            const operation = await this.#journal.accept(id, wish, by, {
                endsOpenBlock: blockStanding(facts) === 'none',
                isDoubtful: isDoubtful(wish, facts)
            });
            try {
                return this.#show(id, caller, { ...facts, record: await this.#carryOut(id, operation, facts) });
            } catch (error) {
                throw error instanceof Failure ? await this.#withView(error, caller, id) : error;
            }
        });
    }

    /** @returns what is stored after it was confirmed; anything else is thrown, once it is written down */
    async #carryOut(id: ConversationId, operation: Operation, before: Facts): Promise<ConversationRecord> {
        const { wish } = operation;
        try {
            await this.#goTallo.changeState(id, wish.state);
        } catch (error) {
            const failure = error instanceof Failure ? error : new Failure('internal-error', { cause: error });
            const notApplied = error instanceof GoTalloFailure && error.outcome === 'not-applied';
            const earlier = before.record.doubt;
            await this.#journal.settle(id, operation, {
                outcome: notApplied ? 'failed' : 'unknown',
                failure: failure.code,
                doubt: notApplied || !isDoubtful(wish, before) ? earlier : { kind: wish.kind, at: new Date() }
            });
            throw failure;
        }
        return this.#journal.settle(id, operation, { outcome: 'confirmed', failure: null, doubt: null });
    }

    /** Written down when it is seen, so that a later BLOCKED of somebody else's is not taken for this block. */
    async #noticeEndElsewhere(id: ConversationId, facts: Facts): Promise<void> {
        const { openBlock } = facts.record;
        if (openBlock === null || blockStanding(facts) !== 'none') return;
        await this.#journal.endBlock(id, openBlock.id);
    }

    #show(id: ConversationId, { agent }: Caller, facts: Facts): ConversationView {
        return conversationView(id, agent, facts, this.#platformBlock);
    }

    /** Adds what holds now to a failure, where it can be had; the failure itself matters more. */
    async #withView(failure: Failure, caller: Caller, id: ConversationId): Promise<Failure> {
        failure.view = await this.view(caller, id).catch(() => undefined);
        return failure;
    }
}
