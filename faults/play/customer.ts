import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationState } from '#contract';
import { webhookMessage } from '../../fakes/webhook-message.ts';
import type { TenantOrg } from '../org/tenant-org.ts';
import type { Proxy } from '../stand/proxy.ts';
import { callProxy } from './call-proxy.ts';
import type { Witness } from './witness.ts';

/** Whether GoTallo brings a message to Salesforce in a state. */
const IS_SYNCED: Readonly<Record<ConversationState, boolean>> = {
    OPEN: true,
    EXPIRED: true,
    AUTO_BOT: true,
    CLOSED: true,
    BLOCKED: false
};

/** A webhook that is still to be delivered. */
export interface Delivery {
    /** Index of the step before which it arrives. */
    before: number;
    proxy: Proxy;
}

/**
 * The customer of one conversation, and the webhooks of what they write: true when they were written, by GoTallo's
 * clock, and delivered repeatedly, late and out of order.
 */
export class Customer {
    readonly #witness: Witness;
    readonly #org: TenantOrg;
    readonly #onLate: () => void;
    #undelivered: (Delivery & { message: object })[] = [];
    #writing: Promise<void>[] = [];

    /** @param onLate called for each webhook that arrives after something else was done */
    constructor(witness: Witness, org: TenantOrg, onLate: () => void) {
        this.#witness = witness;
        this.#org = org;
        this.#onLate = onLate;
    }

    /** After a while, which nobody waits for. */
    writesAfter(ms: number, deliveries: readonly Delivery[]): void {
        if (ms === 0) return this.#writes(deliveries);
        this.#writing.push(wait(ms).then(() => this.#writes(deliveries)));
    }

    /** Delivers what is due before a step, the newest message first; before the step `Infinity`, all that is left. */
    async deliver(step: number): Promise<void> {
        if (step === Infinity) await Promise.all(this.#writing);
        const due = this.#undelivered.filter(({ before }) => before <= step);
        this.#undelivered = this.#undelivered.filter(({ before }) => before > step);
        const { tenant } = this.#witness;
        const path = `/v1/webhooks/gotallo/${tenant.webhookSecret}`;
        for (const { message, proxy } of due.toReversed()) {
            const answer = await callProxy(proxy, { tenant, person: null, method: 'POST', path, body: message });
            this.#witness.tell(`webhook of a message: ${answer?.status ?? 'broken off'}`);
            // 503: a process that stands still may hold a lock for longer than others wait; GoTallo then sends it again.
            if (answer !== null && ![204, 503].includes(answer.status)) {
                this.#witness.violation('answer', `A webhook was answered with ${answer.status}.`);
            }
        }
    }

    #writes(deliveries: readonly Delivery[]): void {
        const { truth, tenant } = this.#witness;
        if (!truth.customerWrites()) return this.#witness.tell('the customer writes, and the channel keeps them out');
        const { id, now, clock } = truth;
        const at = new Date(clock);
        const time = at.toISOString();
        this.#witness.tell(`the customer writes, ${now.state}, at ${time.slice(11, 23)}`);
        if (IS_SYNCED[now.state]) this.#org.sync(id, { state: now.state, at });
        const message = webhookMessage(id, {
            tenant_id: tenant.goTalloId,
            conversation_state: now.state,
            timestamp: time,
            modified_timestamp: time
        });
        const first = Math.min(...deliveries.map(({ before }) => before));
        for (const { before } of deliveries) if (before > first || before === Infinity) this.#onLate();
        this.#undelivered.push(...deliveries.map((delivery) => ({ ...delivery, message })));
    }
}
