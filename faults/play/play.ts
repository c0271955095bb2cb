import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationState, ConversationView, Problem } from '#contract';
import { AGENTS, ONLOOKERS } from '../org/people.ts';
import type { Ask, History, Step } from '../scenario/scenario.ts';
import type { Proxy } from '../stand/proxy.ts';
import type { Stand } from '../stand/stand.ts';
import { TENANTS } from '../stand/tenant.ts';
import type { Tally } from '../tally.ts';
import { isAccepted, isPossible, type Asked } from './asked.ts';
import { Customer } from './customer.ts';
import { agentOf, requestOf } from './requests.ts';
import { resolve } from './supervisor.ts';
import { Witness, type Witnessed } from './witness.ts';

/** One history, played against real proxies. */
export class Play {
    readonly witness: Witness;
    readonly asked: Asked[] = [];
    readonly #stand: Stand;
    readonly history: History;
    readonly #customer: Customer;
    readonly #tally: Tally;
    /** What nobody waits for before the end. */
    readonly #unawaited: Promise<void>[] = [];

    /** @param tally counts what others do: late webhooks, forged messages, resolutions */
    constructor(stand: Stand, history: History, tally: Tally) {
        const { start, fates, aheadMs } = history;
        const tenant = TENANTS[history.tenant];
        if (tenant === undefined) throw new RangeError(`There is no tenant ${history.tenant}.`);
        this.#stand = stand;
        this.#tally = tally;
        this.history = history;
        const truth = stand.newConversation(tenant, start, structuredClone(fates), aheadMs);
        this.witness = new Witness(truth, tenant);
        this.#customer = new Customer(this.witness, stand.orgOf(tenant), () => tally.count('late webhooks'));
    }

    /** @param signal ends it early */
    async run(signal: AbortSignal): Promise<void> {
        for (const [index, step] of this.history.steps.entries()) {
            if (signal.aborted) break;
            await this.#customer.deliver(index);
            await this.#take(step, index);
        }
        await Promise.all(this.#unawaited);
        await this.#customer.deliver(Infinity);
    }

    /** Forgets the conversation, at GoTallo and in the org. */
    end(): void {
        this.#stand.forget(this.witness.truth, this.witness.tenant);
    }

    async #take(step: Step, index: number): Promise<void> {
        switch (step.do) {
            case 'ask':
                if (step.goesOn === true) return void this.#unawaited.push(this.#askAll(step.asks));
                await this.#askAll(step.asks);
                return this.history.isWatched ? this.#resolve(step.asks[0]?.proxy ?? 0) : undefined;
            case 'resolve':
                if (step.afterMs) return void this.#unawaited.push(this.#resolve(step.proxy, step.afterMs));
                return this.#resolve(step.proxy);
            case 'look':
                return this.#look(this.#proxy(step.proxy), agentOf(step.agent));
            case 'forge':
                return this.#forge(step);
            case 'write':
                return this.#customer.writesAfter(
                    step.afterMs,
                    step.deliveries.map(({ stepsLater, proxy }) => ({
                        before: index + 1 + stepsLater,
                        proxy: this.#proxy(proxy)
                    }))
                );
            case 'wait':
                return wait(step.forMs);
        }
    }

    async #look(proxy: Proxy, person: (typeof ONLOOKERS)[0]): Promise<void> {
        await this.witness.look(proxy, person);
        await this.witness.operations(proxy);
    }

    async #resolve(proxy: number, afterMs = 0): Promise<void> {
        if (await resolve(this.witness, this.#proxy(proxy), afterMs)) this.#tally.count('resolutions');
    }

    /** What one person sees is taken back before anybody asks for anything, so that it judges no command. */
    async #forge({ person: index, proxy, state }: { person: number; proxy: number; state: ConversationState }) {
        const { truth, tenant } = this.witness;
        const person = ONLOOKERS[index] ?? ONLOOKERS[0];
        this.witness.tell(`${person.name} is shown a forged message, ${state}`);
        const takeBack = this.#stand.orgOf(tenant).forge(truth.id, person, { state, at: new Date(truth.clock) });
        this.#tally.count('forged messages');
        await this.witness.look(this.#proxy(proxy), person);
        takeBack();
        await this.#look(this.#proxy(proxy), AGENTS[1]);
    }

    async #askAll(asks: readonly Ask[]): Promise<void> {
        const mark = this.witness.truth.mark();
        const views = await Promise.all(asks.map((ask) => this.#ask(ask)));
        const [view] = views;
        const [ask] = asks;
        if (views.length === 1 && view && ask) this.#checkAnswer(ask, view, mark);
    }

    /** @returns the view of a confirmed answer */
    async #ask({ command, agent, proxy, afterMs }: Ask): Promise<ConversationView | null> {
        if (afterMs > 0) await wait(afterMs);
        const { truth } = this.witness;
        let mayHaveNothingToDo = command === 'undo' || command === 'retry';
        const request = requestOf(command, this.witness.undoFor(agentOf(agent)));
        const send = (): Promise<Witnessed | null> | null => {
            // By the last press: meanwhile somebody else may have done it.
            if (command === 'unblock') mayHaveNothingToDo = truth.now.state !== 'BLOCKED' || this.#isLate();
            return request && this.witness.call(this.#proxy(proxy), agentOf(agent), ...request);
        };
        this.#tally.count('commands');
        // Where the connection broke, the agent presses again once the proxy is back.
        const answer = (await send()) ?? (await send());
        if (answer === null) return null;
        const { status, body, view, startedAt, endedAt } = answer;
        const code = status === 200 ? null : (body as Problem).code;
        if (!isPossible(status, code)) {
            this.witness.violation('answer', `${command} was answered with ${status}: ${JSON.stringify(body)}`);
        }
        const accepted = isAccepted(status, code, mayHaveNothingToDo);
        this.asked.push({ command, startedAt, endedAt, status, isAccepted: accepted });
        return status === 200 ? view : null;
    }

    /** Whether anything came late, so that GoTallo's state may be another than the proxies rightly know. */
    #isLate(): boolean {
        return this.witness.truth.calls.some(({ fate }) => fate.endsWith('late'));
    }

    /** What one agent alone asked for and got confirmed was so, and is shown unless it is in doubt again. */
    #checkAnswer({ command }: Ask, view: ConversationView, mark: number): void {
        // What is undone may have been undone before, and a brief block may be over when it is shown.
        if (command === 'undo' || command === 'brief') return;
        const leadsTo = command === 'block' || command === 'retry' ? 'BLOCKED' : command;
        const fits = (state: ConversationView['state']): boolean =>
            command === 'unblock' ? state !== 'BLOCKED' : state === leadsTo;
        const { truth } = this.witness;
        if (!truth.since(mark).some(({ state }) => fits(state))) {
            this.witness.violation('answer', `${command} was confirmed, and GoTallo never was in that state.`);
        }
        if (view.state !== null && !fits(view.state) && fits(truth.now.state)) {
            this.witness.violation('answer', `${command} was confirmed, and the view says ${view.state}.`);
        }
    }

    #proxy(index: number): Proxy {
        const proxy = this.#stand.proxies[index];
        if (proxy === undefined) throw new RangeError(`There is no proxy ${index}.`);
        return proxy;
    }
}
