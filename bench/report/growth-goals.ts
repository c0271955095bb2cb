import type { Growth } from '../parts/growth-times.ts';
import { below, type Goal } from './goal.ts';

/** By how much a call may take longer. A plan that has turned bad costs many times as much. */
const LIMITS: Readonly<Record<Growth['kind'], number>> = { view: 1.2, block: 2 };

/** What a full store may cost. */
export function growthGoals(growth: readonly Growth[]): Goal[] {
    return growth.map(({ kind, what, few, many }) => below(`${what}, grows`, many / few, LIMITS[kind]));
}
