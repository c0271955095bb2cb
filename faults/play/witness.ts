import type { ConversationView, HistoryView, OperationView, Problem } from '#contract';
import { isView, nativeOf } from '../contract.ts';
import type { PlayedConversation } from '../gotallo/played-conversation.ts';
import { falseClaims } from '../invariants/claims.ts';
import type { Violation } from '../invariants/violation.ts';
import { AGENTS, type Person } from '../org/people.ts';
import type { Proxy } from '../stand/proxy.ts';
import type { Tenant } from '../stand/tenant.ts';
import { callProxy, type Answer, type Request } from './call-proxy.ts';

/** An answer of a proxy, and what was true while it was under way. */
export interface Witnessed extends Answer {
    /** Milliseconds since 1970. */
    startedAt: number;
    endedAt: number;
    /** The view of the answer or of its problem; null when there is none. */
    view: ConversationView | null;
}

/** Calls proxies about one conversation, and checks every view against what is true. */
export class Witness {
    readonly truth: PlayedConversation;
    readonly tenant: Tenant;
    /** Every operation that was ever seen in the history. */
    readonly seen = new Map<string, OperationView>();
    readonly violations: Violation[] = [];
    /** What each agent was last offered to take back, by their name. */
    readonly #undo = new Map<string, string>();
    /** What happened, for whoever reads a violation. */
    readonly story: string[] = [];

    constructor(truth: PlayedConversation, tenant: Tenant) {
        this.truth = truth;
        this.tenant = tenant;
        truth.tell = (what) => this.tell(what);
    }

    /** @returns null when the connection broke */
    async call(
        proxy: Proxy,
        person: Person,
        method: Request['method'],
        part: string,
        body?: unknown
    ): Promise<Witnessed | null> {
        const { truth, tenant } = this;
        const mark = truth.mark();
        const toggles = truth.togglesInFlight();
        const startedAt = Date.now();
        const what = `${person.name}: ${method} ${part || 'view'} ${JSON.stringify(body ?? '')}`;
        // Looks are many, and of interest only for what they show.
        if (method !== 'GET') this.tell(`${what} …`);
        const path = `/v1/conversations/${truth.id}${part}`;
        const answer = await callProxy(proxy, { tenant, person, method, path, body });
        this.#tellOfCall(what, answer);
        if (answer === null) return null;
        const view = viewIn(answer);
        if (view?.undo) this.#undo.set(person.name, view.undo.operationId);
        const isToggleInFlight = toggles.some((toggle) => truth.inFlight.has(toggle));
        const claims = view && falseClaims(view, { truths: truth.since(mark), isToggleInFlight });
        for (const { invariant, detail } of claims ?? []) this.violation(invariant, detail);
        return { ...answer, view, startedAt, endedAt: Date.now() };
    }

    /** The operation that an agent was last offered to take back; null when there was none. */
    undoFor({ name }: Person): string | null {
        return this.#undo.get(name) ?? null;
    }

    /** The view that a person gets; null when the connection broke. */
    async look(proxy: Proxy, person: Person): Promise<ConversationView | null> {
        const answer = await this.call(proxy, person, 'GET', '');
        // 503: a proxy that stood still finds that all it waited for has timed out.
        if (answer !== null && ![200, 503].includes(answer.status)) {
            this.violation('answer', `A view was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
        }
        return answer?.view ?? null;
    }

    /** The history, oldest first; null when the connection broke. */
    async operations(proxy: Proxy): Promise<OperationView[] | null> {
        const answer = await this.call(proxy, AGENTS[0], 'GET', '/history');
        if (answer?.status !== 200) return null;
        const operations = (answer.body as HistoryView).operations.toReversed();
        for (const operation of operations) this.seen.set(operation.id, operation);
        return operations;
    }

    violation(invariant: Violation['invariant'], detail: string): void {
        this.tell(`!! ${detail}`);
        this.violations.push({ invariant, detail });
    }

    tell(what: string): void {
        this.story.push(`${new Date().toISOString().slice(11, 23)} ${what}`);
    }

    #tellOfCall(what: string, answer: Answer | null): void {
        const { code, state, stateSource } = (answer?.body ?? {}) as Partial<Problem & ConversationView>;
        const view = answer && viewIn(answer);
        const block = view?.block && `block ${view.block.state}`;
        const told = [answer?.status ?? 'broken off', code, state, stateSource, block, view && nativeOf(view)];
        const line = `${what}: ${told.filter((it) => it != null).join(' ')}`;
        // What is looked at again and again, and shows the same, is told once.
        if (this.story.at(-1)?.slice(13) !== line) this.tell(line);
    }
}

function viewIn({ status, body }: Answer): ConversationView | null {
    if (status !== 200) return (body as Problem | null)?.view ?? null;
    return isView(body) ? body : null;
}
