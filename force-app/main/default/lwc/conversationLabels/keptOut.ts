import type { ConversationView } from '#contract';

type Exclusion = Pick<ConversationView, 'platformBlock'> & Partial<Pick<ConversationView, 'blockedStateExcluded'>>;

/**
 * Whether a block by state keeps messages out of Salesforce. Older proxies do not say; where it does not, they send a
 * message with `not-supported`.
 */
export function isKeptOut({ blockedStateExcluded, platformBlock }: Exclusion): boolean {
    return blockedStateExcluded ?? (platformBlock.status !== 'not-supported' || platformBlock.message === null);
}
