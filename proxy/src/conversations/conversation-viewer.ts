import type { ConversationView } from '#contract';
import { Failure } from '../failure.ts';
import { channelFacts } from './channel-facts.ts';
import type { ConversationId } from './conversation-id.ts';
import type { FactsReader } from './facts-reader.ts';
import type { Journal } from './journal.ts';
import type { Facts } from './known-state.ts';
import type { Caller } from './ports.ts';
import { findingsOf, type SightingOptions } from './sightings.ts';
import { conversationView, type ViewOptions } from './view.ts';

/** What showing conversations needs. */
export interface ViewerParts {
    journal: Journal;
    facts: FactsReader;
    options: Omit<ViewOptions, 'now'>;
    /** How long something that was sent and not answered may still be carried out. */
    lateMs: number;
    now(): Date;
}

/** Shows conversations, and writes down what the evidence shows and the store does not know. */
export class ConversationViewer {
    readonly #parts: ViewerParts;

    constructor(parts: ViewerParts) {
        this.#parts = parts;
    }

    /**
     * The conversation as this agent may see it.
     * @throws Failure `salesforce-unavailable`, `invalid-token`, `store-unavailable`
     */
    async view(caller: Caller, id: ConversationId): Promise<ConversationView> {
        const facts = await this.#parts.facts.forView(caller, id);
        const seen = await this.seen(id, facts).catch((error: unknown) => {
            // What cannot be written down is shown all the same.
            if (error instanceof Failure && error.code === 'store-unavailable') return facts;
            throw error;
        });
        return this.show(id, caller, seen);
    }

    /** Draws what is known, and asks nobody. */
    show(id: ConversationId, { agent }: Caller, facts: Facts): ConversationView {
        const { options, now } = this.#parts;
        return conversationView(id, agent, facts, { ...options, now: now() });
    }

    /**
     * Writes down what the evidence shows and the store does not know, such as a block that was ended elsewhere.
     * @returns what is known then
     * @throws Failure `store-unavailable`
     */
    async seen(id: ConversationId, facts: Facts): Promise<Facts> {
        const { journal } = this.#parts;
        const options = this.sightingOptions(facts);
        if (findingsOf(facts, options) === null) return facts;
        await journal.note(id, (record) => findingsOf({ ...facts, record }, options));
        return { ...facts, record: await journal.read(id) };
    }

    /** What is looked at beside these facts. */
    sightingOptions(facts: Facts): SightingOptions {
        const { options, lateMs } = this.#parts;
        return { isNative: channelFacts(facts, options.nativeChannels).isNative, lateMs };
    }

    /** Adds what holds now to a failure, where it can be had; the failure itself matters more. */
    async explained<T>(caller: Caller, id: ConversationId, work: () => Promise<T>): Promise<T> {
        try {
            return await work();
        } catch (error) {
            if (!(error instanceof Failure)) throw error;
            throw error.withView(await this.view(caller, id).catch(() => undefined));
        }
    }
}
