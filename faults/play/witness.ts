import type { ConversationView, HistoryView, OperationView, Problem } from '#contract';
import type { TrueConversation } from '../gotallo/true-conversation.ts';
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
    readonly truth: TrueConversation;
    readonly tenant: Tenant;
    /** Every operation that was ever seen in the history. */
    readonly seen = new Map<string, OperationView>();
    readonly violations: Violation[] = [];
    /** What each agent was last offered to take back, by their name. */
    readonly #undo = new Map<string, string>();
    /** What happened, for whoever reads a violation. */
    readonly story: string[] = [];

    constructor(truth: TrueConversation, tenant: Tenant) {
        this.truth = truth;
        this.tenant = tenant;
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
        const wasSetLate = truth.wasSetLate;
        const startedAt = Date.now();
        const path = `/v1/conversations/${truth.id}${part}`;
        const answer = await callProxy(proxy, { tenant, person, method, path, body });
        this.#tellOfCall(`${person.name}: ${method} ${part || 'view'} ${JSON.stringify(body ?? '')}`, answer);
        if (answer === null) return null;
        const view = viewIn(answer);
        if (view?.undo) this.#undo.set(person.name, view.undo.operationId);
        const isStateSure = !wasSetLate && !truth.wasSetLate;
        if (view !== null) this.violations.push(...falseClaims(view, truth.since(mark), isStateSure));
        return { ...answer, view, startedAt, endedAt: Date.now() };
    }

    /** The operation that an agent was last offered to take back; null when there was none. */
    undoFor({ name }: Person): string | null {
        return this.#undo.get(name) ?? null;
    }

    /** The view that an agent gets; null when the connection broke. */
    async look(proxy: Proxy, agent: Person): Promise<ConversationView | null> {
        const answer = await this.call(proxy, agent, 'GET', '');
        if (answer !== null && answer.status !== 200) {
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
        this.violations.push({ invariant, detail });
    }

    tell(what: string): void {
        this.story.push(`${new Date().toISOString().slice(11, 23)} ${what}`);
    }

    #tellOfCall(what: string, answer: Answer | null): void {
        const { code, state, platformBlock } = (answer?.body ?? {}) as Partial<Problem & ConversationView>;
        const told = [answer?.status ?? 'broken off', code, state, platformBlock?.status];
        this.tell(`${what}: ${told.filter((it) => it != null).join(' ')}`);
    }
}

function viewIn({ status, body }: Answer): ConversationView | null {
    const { platformBlock, view } = (body ?? {}) as Partial<ConversationView & Problem>;
    if (status !== 200) return view ?? null;
    return platformBlock === undefined ? null : (body as ConversationView);
}
