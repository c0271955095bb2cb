import type { ConversationView, HistoryView } from '#contract';
import { Failure } from '../failure.ts';
import { Changes } from './changes.ts';
import { channelFacts } from './channel-facts.ts';
import type { ConversationId } from './conversation-id.ts';
import { FactsReader } from './facts-reader.ts';
import type { Journal } from './journal.ts';
import type { Facts } from './known-state.ts';
import { OperationRunner } from './operation-runner.ts';
import { settlePlatformBlock } from './platform-settlement.ts';
import type { PlatformWish } from './platform-step.ts';
import type { Caller, GoTallo, MessageNotice } from './ports.ts';
import type { Wish } from './records.ts';
import { recover } from './recovery.ts';
import { findingsOf, findingsOfMessage, type SightingOptions } from './sightings.ts';
import type { SettableState } from './states.ts';
import type { ProtocolTiming } from './timing.ts';
import { conversationView, operationView, type ViewOptions, type ViewWords } from './view.ts';

/** What the conversations of one tenant need from outside. */
export interface ConversationServiceParts {
    goTallo: GoTallo;
    journal: Journal;
    /** How long the answers of Salesforce and GoTallo count as fresh, in seconds. */
    evidenceSeconds: number;
    timing: ProtocolTiming;
    words: ViewWords;
}

/** Why and with which words for colleagues an agent blocks. */
export type BlockWish = Pick<Wish, 'reason' | 'note'>;

/** The conversations of one tenant: what is known of them, and what agents may do to them. */
export class ConversationService {
    readonly #goTallo: GoTallo;
    readonly #journal: Journal;
    readonly #timing: ProtocolTiming;
    readonly #facts: FactsReader;
    readonly #runner: OperationRunner;
    readonly #changes: Changes;
    readonly #viewOptions: ViewOptions;

    constructor({ goTallo, journal, evidenceSeconds, timing, words }: ConversationServiceParts) {
        this.#goTallo = goTallo;
        this.#journal = journal;
        this.#timing = timing;
        this.#facts = new FactsReader(journal, goTallo, evidenceSeconds);
        this.#runner = new OperationRunner(goTallo, journal, timing);
        this.#changes = new Changes({ goTallo, journal, runner: this.#runner, timing });
        this.#viewOptions = { nativeChannels: goTallo.nativeChannels, words };
    }

    /**
     * The conversation as this agent may see it.
     * @throws Failure `salesforce-unavailable`, `invalid-token`, `store-unavailable`
     */
    async view(caller: Caller, id: ConversationId): Promise<ConversationView> {
        const facts = await this.#facts.forView(caller, id);
        const seen = await this.#seen(id, facts).catch((error: unknown) => {
            // What cannot be written down is shown all the same.
            if (error instanceof Failure && error.code === 'store-unavailable') return facts;
            throw error;
        });
        return this.#show(id, caller, seen);
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
     * A person says what the platform shows, where that is not known.
     * @throws Failure `no-permission`, and as `settlePlatformBlock`; with the view that holds now where it is known
     */
    async settlePlatformBlock(caller: Caller, id: ConversationId, status: PlatformWish): Promise<ConversationView> {
        return this.#explained(caller, id, async () => {
            const { agent } = caller;
            if (!agent.permissions.manage) throw new Failure('no-permission');
            const facts = await this.#facts.forChange(caller, id);
            const { nativeChannels } = this.#goTallo;
            const parts = { journal: this.#journal, nativeChannels, lateMs: this.#timing.lateMs };
            const by = { id: agent.id, name: agent.name };
            const platform = await settlePlatformBlock(parts, id, status, by, facts);
            return this.#show(id, caller, { ...facts, record: { ...facts.record, platform } });
        });
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
     * A webhook told of a message; the same one again changes nothing.
     * @throws Failure `store-unavailable`; then it was not taken
     */
    async noticeMessage(notice: MessageNotice): Promise<void> {
        const { conversationId, id } = notice;
        this.#facts.heardWebhook(conversationId);
        await this.#journal.note(
            conversationId,
            (record) => {
                const contact = { ...record.contact, channel: notice.channel ?? record.contact.channel };
                const facts = { record: { ...record, contact }, message: null, reading: null };
                return findingsOfMessage(record, notice, this.#sightingOptions(facts));
            },
            { id, modifiedAt: notice.toldModifiedAt }
        );
    }

    /**
     * Takes up operations that nobody holds and whose time has come, and brings each nearer to its end.
     * @param onFailure told of everything that did not go well; they are taken up again later
     */
    async recover(onFailure: (failure: unknown) => void): Promise<void> {
        await recover({ goTallo: this.#goTallo, journal: this.#journal, runner: this.#runner, onFailure });
    }

    /**
     * Carries a wish out through the journal.
     * @throws Failure `no-permission`, `conversation-expired`, `conversation-busy`, `store-unavailable`,
     *   `gotallo-unavailable`, or what GoTallo's answer means; with the view that holds now where it is known
     */
    async #change(caller: Caller, id: ConversationId, wish: Wish): Promise<ConversationView> {
        return this.#explained(caller, id, async () => {
            const { agent } = caller;
            if (!agent.permissions.block) throw new Failure('no-permission');
            const asked = this.#facts.forChange(caller, id);
            const gather = async (): Promise<Facts> => {
                const facts = await asked;
                await this.#seen(id, facts);
                const rest = this.#goTallo.restsForSeconds();
                if (rest !== null) throw new Failure('gotallo-unavailable', { retryAfterSeconds: rest });
                return facts;
            };
            const made = this.#changes.make(id, wish, { id: agent.id, name: agent.name }, gather);
            const [facts, record] = await Promise.all([asked, made]);
            return this.#show(id, caller, { ...facts, record });
        });
    }

    /** Writes down what the evidence shows and the store does not know, such as a block that was ended elsewhere. */
    async #seen(id: ConversationId, facts: Facts): Promise<Facts> {
        const options = this.#sightingOptions(facts);
        if (findingsOf(facts, options) === null) return facts;
        await this.#journal.note(id, (record) => findingsOf({ ...facts, record }, options));
        return { ...facts, record: await this.#journal.read(id) };
    }

    #sightingOptions(facts: Facts): SightingOptions {
        const { isNative } = channelFacts(facts, this.#goTallo.nativeChannels);
        return { isNative, lateMs: this.#timing.lateMs };
    }

    #show(id: ConversationId, { agent }: Caller, facts: Facts): ConversationView {
        return conversationView(id, agent, facts, this.#viewOptions);
    }

    /** Adds what holds now to a failure, where it can be had; the failure itself matters more. */
    async #explained<T>(caller: Caller, id: ConversationId, work: () => Promise<T>): Promise<T> {
        try {
            return await work();
        } catch (error) {
            if (!(error instanceof Failure)) throw error;
            throw error.withView(await this.view(caller, id).catch(() => undefined));
        }
    }
}
