import { webhookMessage } from '../gotallo/webhook-message.ts';
import type { LocalOrg } from '../org/local-org.ts';
import type { Proxy } from '../stand/proxy.ts';
import { callProxy } from './call-proxy.ts';
import type { Witness } from './witness.ts';

/** A webhook that is still to be delivered. */
export interface Delivery {
    /** Index of the step before which it arrives. */
    before: number;
    proxy: Proxy;
}

/** The customer of one conversation, and the webhooks of what they write: repeated, and out of order. */
export class Customer {
    readonly #witness: Witness;
    readonly #org: LocalOrg;
    #undelivered: (Delivery & { message: object })[] = [];

    constructor(witness: Witness, org: LocalOrg) {
        this.#witness = witness;
        this.#org = org;
    }

    writes(deliveries: readonly Delivery[]): void {
        const { truth, tenant } = this.#witness;
        if (!truth.customerWrites()) return this.#witness.tell('the customer writes, and the platform keeps them out');
        const { id, now, customerWroteAt } = truth;
        this.#witness.tell(`the customer writes, ${now.state}`);
        if (now.state !== 'BLOCKED') this.#org.sync(id, { state: now.state, at: new Date(customerWroteAt) });
        const message = webhookMessage(tenant.goTalloId, id, now.state, customerWroteAt);
        this.#undelivered.push(...deliveries.map((delivery) => ({ ...delivery, message })));
    }

    /** Delivers what is due before a step, the newest message first. */
    async deliver(step: number): Promise<void> {
        const due = this.#undelivered.filter(({ before }) => before <= step);
        this.#undelivered = this.#undelivered.filter(({ before }) => before > step);
        const { tenant } = this.#witness;
        const path = `/v1/webhooks/gotallo/${tenant.webhookSecret}`;
        for (const { message, proxy } of due.toReversed()) {
            const answer = await callProxy(proxy, { tenant, person: null, method: 'POST', path, body: message });
            this.#witness.tell(`webhook: ${answer?.status ?? 'broken off'}`);
            if (answer !== null && answer.status !== 204) {
                this.#witness.violation('answer', `A webhook was answered with ${answer.status}.`);
            }
        }
    }
}
