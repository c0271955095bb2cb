import type { ConversationView } from '#contract';

/** Why a block by state does not keep messages out of Salesforce here; null where it does. */
export function stateBlockCaveat({ platformBlock }: ConversationView): string | null {
    return platformBlock.status === 'not-supported' ? platformBlock.message : null;
}
