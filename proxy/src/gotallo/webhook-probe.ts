import type { SetupProbe } from '../lib/setup-check.ts';

export interface WebhookProbeParts {
    /** Whether the tenant takes webhooks. */
    isConfigured: boolean;
    /** When the last one was taken; null: none that the store still knows of. */
    lastAt(): Promise<Date | null>;
}

/** Whether GoTallo's webhooks arrive. */
export function webhookProbe({ isConfigured, lastAt }: WebhookProbeParts): SetupProbe {
    return {
        name: 'webhooks',
        async find() {
            if (!isConfigured) return { status: 'warning', code: 'notConfigured' };
            const at = await lastAt();
            if (at === null) return { status: 'warning', code: 'noneLately' };
            return { status: 'ok', code: 'seen', facts: [{ at: at.toISOString() }] };
        }
    };
}
