import type { ConversationView } from '#contract';

/** Whether a block by state keeps messages out of Salesforce; the proxy sends a message where it does not. */
export function isKeptOut({ platformBlock }: ConversationView): boolean {
    return platformBlock.status !== 'not-supported' || platformBlock.message === null;
}
