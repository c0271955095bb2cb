import type { NotifyMessage } from './local-gotallo.ts';
import { webhookPayload } from './webhook-payload.ts';

/**
 * How webhooks arrive. GoTallo's public pages promise neither an order nor that each comes once. `out-of-order` keeps
 * each one back until the next has arrived.
 */
export type WebhookDelivery = 'once' | 'twice' | 'out-of-order';

const PATIENCE_MS = 5_000;

/** Message webhooks of one tenant. What does not arrive is not sent again: no retries are documented. */
export class Webhooks {
    /** Where they are posted to; null: they are not set up. */
    url: string | null = null;
    delivery: WebhookDelivery = 'once';
    /** Whether they go nowhere, as with a wrong address. */
    areLost = false;
    private readonly tenantId: string;
    private readonly underWay = new Set<Promise<void>>();
    private heldBack: object | null = null;

    constructor(tenantId: string) {
        this.tenantId = tenantId;
    }

    /** Tells of a message as it is now, with the state of its conversation as it is now. */
    readonly send: NotifyMessage = (conversation, message) => {
        const payloads = this.inTurn(webhookPayload(conversation, message, this.tenantId));
        const { url } = this;
        if (url === null || this.areLost || payloads.length === 0) return;
        const sending = postAll(url, payloads).finally(() => this.underWay.delete(sending));
        this.underWay.add(sending);
    };

    /** Resolves once everything that was sent so far has been answered, or has failed. */
    async delivered(): Promise<void> {
        await Promise.all(this.underWay);
    }

    reset(): void {
        this.delivery = 'once';
        this.areLost = false;
        this.heldBack = null;
    }

    private inTurn(payload: object): object[] {
        if (this.delivery === 'twice') return [payload, payload];
        if (this.delivery === 'once') return [payload];
        const { heldBack } = this;
        this.heldBack = heldBack === null ? payload : null;
        return heldBack === null ? [] : [payload, heldBack];
    }
}

/** One after the other, so that their order is the one they arrive in. */
async function postAll(url: string, payloads: readonly object[]): Promise<void> {
    for (const payload of payloads) {
        const response = await fetch(url, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(payload),
            signal: AbortSignal.timeout(PATIENCE_MS)
        }).catch(() => null);
        await response?.body?.cancel();
    }
}
