import type { Growth } from '../parts/growth.ts';
import type { Goal } from './goal.ts';
import { fixed, markdownTable } from './table.ts';

const MOST_RATIO = 1.2;

/** The table of the growth of the store, and its goals. */
export function printGrowth(growth: readonly Growth[], conversations: number): Goal[] {
    const columns = ['median of GET in ms', '1,000', conversations.toLocaleString('en'), 'ratio'];
    const rows = growth.map(({ what, few, many }) => [what, fixed(few, 2), fixed(many, 2), fixed(many / few, 2)]);
    console.log(`\n## Conversations in the store\n\n${markdownTable(columns, rows)}`);
    return growth.map(({ what, few, many }) => ({
        what: `${what}, grows`,
        goal: `below ${fixed(MOST_RATIO, 2)}`,
        measured: fixed(many / few, 2),
        isMet: many / few < MOST_RATIO
    }));
}
