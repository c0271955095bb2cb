import { FEW } from '../parts/growth.ts';
import type { Growth } from '../parts/growth-times.ts';
import type { Goal } from './goal.ts';
import { growthGoals } from './growth-goals.ts';
import { fixed, printTable } from './table.ts';

/** The table of the growth of the store, and its goals. */
export function printGrowth(growth: readonly Growth[], conversations: number): Goal[] {
    const columns = ['ms each', FEW.toLocaleString('en'), conversations.toLocaleString('en'), 'ratio'];
    const rows = growth.map(({ what, few, many }) => [what, fixed(few, 2), fixed(many, 2), fixed(many / few, 2)]);
    printTable('Conversations in the store', columns, rows);
    return growthGoals(growth);
}
