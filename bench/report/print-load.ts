import type { LoadReport, Row } from '../parts/load.ts';
import type { Goal } from './goal.ts';
import { loadGoals, ratioOf } from './load-goals.ts';
import { printComparison } from './print-comparison.ts';
import { fixed, printTable } from './table.ts';

/** The tables of the load, and their goals. */
export function printLoad(report: LoadReport): Goal[] {
    printRequests(report.rows);
    if (report.against !== null) printComparison(report, report.against);
    printTable(
        'What the proxy adds to a block, one at a time (medians)',
        ['store', 'block ms', 'GoTallo alone ms', 'added ms'],
        report.added.map(({ name, block, straight }) => [
            name,
            fixed(block, 2),
            fixed(straight, 2),
            fixed(block - straight, 2)
        ])
    );
    printTable(
        'Resident memory of the proxy',
        ['store', 'at start MB', 'after the load MB'],
        report.memory.map(({ name, atStart, afterLoad }) => [name, fixed(atStart), fixed(afterLoad)])
    );
    return loadGoals(report);
}

function printRequests(rows: readonly Row[]): void {
    const ceiling = rows.find(({ key }) => key === 'ceiling');
    const yardstick = rows.find(({ key }) => key === 'yardstick');
    printTable(
        'Requests',
        ['what', 'a second', 'ratio', 'to bare Express', 'p50 ms', 'p99 ms', 'core ms each', 'core busy %'],
        rows.map((row) => [
            row.name,
            fixed(row.turn.perSecond),
            fixed(ratioOf(row, yardstick), 2),
            fixed(ratioOf(row, ceiling), 2),
            fixed(row.turn.p50, 2),
            fixed(row.turn.p99, 2),
            fixed(row.turn.cpuMs, 3),
            fixed(row.turn.busy === null ? null : row.turn.busy * 100)
        ])
    );
}
