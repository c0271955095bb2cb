import type { Budget, Spent } from '../parts/budget.ts';
import { GROUPS } from '../profile/group-of.ts';
import { fixed, printTable } from './table.ts';

/** A table for each call and store. @param revision what the older proxy is called; null: there is none */
export function printBudget(budgets: readonly Budget[], revision: string | null): void {
    for (const { call, store, now, then } of budgets) {
        const spent = then === null ? [now] : [now, then];
        const columns = ['now', ...(then === null ? [] : [revision ?? ''])].flatMap((name) => [`${name}, ms`, '%']);
        const rows = GROUPS.filter((group) => spent.some(({ shares }) => shares.has(group))).map((group) => [
            group,
            ...spent.flatMap((each) => cells(each, each.shares.get(group) ?? 0))
        ]);
        const all = ['all of it', ...spent.flatMap((each) => cells(each, 1))];
        printTable(`The core time of ${call}, ${store}`, ['part', ...columns], [...rows, all]);
    }
}

function cells({ coreMs }: Spent, share: number): string[] {
    return [fixed(coreMs === null ? null : share * coreMs, 3), fixed(share * 100)];
}
