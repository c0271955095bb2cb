import type { ConversationView, Problem } from '#contract';
import { isUnfinished } from '../invariants/at-the-end.ts';
import { AGENTS, SUPERVISOR, type Person } from '../org/people.ts';
import type { Ask, History, Step } from '../scenario/scenario.ts';
import type { Proxy } from '../stand/proxy.ts';
import type { Stand } from '../stand/stand.ts';
import { TENANTS } from '../stand/tenant.ts';
import { isAccepted, isPossible, type Asked } from './asked.ts';
import type { Request } from './call-proxy.ts';
import { Customer } from './customer.ts';
import { Witness } from './witness.ts';

/** Long enough to be accepted, short enough to be over before the history is. */
const BRIEF_MS = 1_000;

/** One history, played against real proxies. */
export class Play {
    readonly witness: Witness;
    readonly asked: Asked[] = [];
    readonly #stand: Stand;
    readonly history: History;
    readonly #customer: Customer;

    constructor(stand: Stand, history: History) {
        const { start, fates } = history;
        const tenant = TENANTS[history.tenant];
        if (tenant === undefined) throw new RangeError(`There is no tenant ${history.tenant}.`);
        this.#stand = stand;
        this.history = history;
        const truth = stand.newConversation(tenant, start, structuredClone(fates));
        this.witness = new Witness(truth, tenant);
        this.#customer = new Customer(this.witness, stand.orgOf(tenant));
    }

    /** @param signal ends it early */
    async run(signal: AbortSignal): Promise<void> {
        for (const [index, step] of this.history.steps.entries()) {
            signal.throwIfAborted();
            await this.#customer.deliver(index);
            await this.#take(step, index);
        }
        await this.#customer.deliver(Infinity);
    }

    /** Forgets the conversation, at GoTallo and in the org. */
    end(): void {
        this.#stand.forget(this.witness.truth, this.witness.tenant);
    }

    async #take(step: Step, index: number): Promise<void> {
        switch (step.do) {
            case 'ask':
                return this.#askAll(step.asks);
            case 'settle':
                return this.#settle(this.#proxy(step.proxy));
            case 'look':
                await this.witness.look(this.#proxy(step.proxy), agentOf(step.agent));
                await this.witness.operations(this.#proxy(step.proxy));
                return;
            case 'write':
                this.#customer.writes(
                    step.deliveries.map(({ stepsLater, proxy }) => ({
                        before: index + 1 + stepsLater,
                        proxy: this.#proxy(proxy)
                    }))
                );
        }
    }

    async #askAll(asks: readonly Ask[]): Promise<void> {
        const mark = this.witness.truth.mark();
        const views = await Promise.all(asks.map((ask) => this.#ask(ask)));
        const [view] = views;
        const [ask] = asks;
        if (views.length === 1 && view && ask) this.#checkAnswer(ask, view, mark);
    }

    /** @returns the view of a confirmed answer */
    async #ask({ wish, agent, proxy }: Ask): Promise<ConversationView | null> {
        const { truth } = this.witness;
        const mayHaveNothingToDo =
            wish === 'undo' || (wish === 'unblock' && (truth.now.state !== 'BLOCKED' || truth.wasSetLate));
        const request = requestOf(wish, this.witness.undoFor(agentOf(agent)));
        const answer = request && (await this.witness.call(this.#proxy(proxy), agentOf(agent), ...request));
        if (answer === null) return null;
        const { status, body, view, startedAt, endedAt } = answer;
        const code = status === 200 ? null : (body as Problem).code;
        if (!isPossible(status, code)) {
            this.witness.violation('answer', `${wish} was answered with ${status}: ${JSON.stringify(body)}`);
        }
        const accepted = isAccepted(status, code, mayHaveNothingToDo);
        this.asked.push({ wish, startedAt, endedAt, status, isAccepted: accepted });
        return status === 200 ? view : null;
    }

    /** What one agent alone asked for and got confirmed was so, and is shown. */
    #checkAnswer({ wish }: Ask, view: ConversationView, mark: number): void {
        // What is undone may have been undone before, and a brief block may be over when it is shown.
        if (wish === 'undo' || wish === 'brief') return;
        const fits = (state: ConversationView['state']): boolean =>
            wish === 'unblock' ? state !== 'BLOCKED' : state === (wish === 'block' ? 'BLOCKED' : wish);
        const { truth } = this.witness;
        if (!truth.since(mark).some(({ state }) => fits(state))) {
            this.witness.violation('answer', `${wish} was confirmed, and GoTallo never was in that state.`);
        }
        if (!fits(view.state) && fits(truth.now.state)) {
            this.witness.violation('answer', `${wish} was confirmed, and the view says ${view.state}.`);
        }
    }

    /** The supervisor looks at the platform when nothing is under way, so that what they say is still so on arrival. */
    async #settle(proxy: Proxy): Promise<void> {
        const { witness } = this;
        await witness.truth.landed();
        const operations = await witness.operations(proxy);
        if (operations === null || operations.some(isUnfinished)) return;
        const view = await witness.look(proxy, SUPERVISOR);
        if (!view?.actions.includes('settlePlatformBlock')) return;
        const status = witness.truth.now.isPlatformBlocked ? 'blocked' : 'not-blocked';
        const answer = await witness.call(proxy, SUPERVISOR, 'PUT', '/platform-block', { status });
        if (answer !== null && ![200, 409].includes(answer.status)) {
            witness.violation('answer', `A supervisor's word was answered with ${answer.status}.`);
        }
    }

    #proxy(index: number): Proxy {
        const proxy = this.#stand.proxies[index];
        if (proxy === undefined) throw new RangeError(`There is no proxy ${index}.`);
        return proxy;
    }
}

function agentOf(index: number): Person {
    return AGENTS[index] ?? AGENTS[0];
}

/** @returns null when there is nothing to ask for: no undo is on offer */
function requestOf(wish: Ask['wish'], operationId: string | null): [Request['method'], string, unknown?] | null {
    switch (wish) {
        case 'block':
            return ['PUT', '/block', { reason: 'Spam' }];
        case 'brief':
            return ['PUT', '/block', { until: new Date(Date.now() + BRIEF_MS).toISOString() }];
        case 'unblock':
            return ['DELETE', '/block'];
        case 'undo':
            return operationId === null ? null : ['POST', '/undo', { operationId }];
        default:
            return ['PUT', '/state', { state: wish }];
    }
}
