import type { EarlierBlocksView } from '#contract';
import type { EarlierBlocks } from '../knowledge/earlier-blocks.ts';

/** The blocks before this one, as agents are shown them. */
export function earlierBlocksView({ count, last }: EarlierBlocks): EarlierBlocksView {
    const { since, endedAt, ended, by, reason } = last;
    return { count, last: { since: since.toISOString(), endedAt: endedAt.toISOString(), ended, by, reason } };
}
