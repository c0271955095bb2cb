import { STORE_NAMES, type LoadReport } from '../parts/load.ts';
import type { Goal } from './goal.ts';
import { fixed, markdownTable } from './table.ts';

const MOST_ADDED_MS = 5;
const MOST_MEMORY_MB = 150;

/** The tables of the load, and their goals. */
export function printLoad({ turns, warmViews, added, memory }: LoadReport): Goal[] {
    const yardstick = turns[0]?.turn.perSecond ?? Number.NaN;
    const rows = turns.map(({ name, turn }) => [
        name,
        fixed(turn.perSecond),
        fixed(turn.perSecond / yardstick, 2),
        fixed(turn.p50, 2),
        fixed(turn.p99, 2),
        fixed(turn.cpuMs, 3),
        fixed(turn.busy === null ? null : turn.busy * 100)
    ]);
    print('Requests', ['what', 'a second', 'ratio', 'p50 ms', 'p99 ms', 'core ms each', 'core busy %'], rows);
    print(
        'What the proxy adds to a block, one at a time (medians)',
        ['store', 'block ms', 'GoTallo alone ms', 'added ms'],
        added.map(({ store, block, straight }) => [
            STORE_NAMES[store],
            fixed(block, 2),
            fixed(straight, 2),
            fixed(block - straight, 2)
        ])
    );
    print(
        'Resident memory of the proxy',
        ['store', 'at start MB', 'after the load MB'],
        memory.map(({ store, atStart, afterLoad }) => [STORE_NAMES[store], fixed(atStart), fixed(afterLoad)])
    );
    return [
        ...warmViews.map(({ store, turn }) => ({
            what: `GET warm, ${STORE_NAMES[store]}, to http-proxy-middleware`,
            goal: '1.00 at least',
            measured: fixed(turn.perSecond / yardstick, 2),
            isMet: turn.perSecond >= yardstick
        })),
        ...added.map(({ store, block, straight }) => ({
            what: `added to a block, ${STORE_NAMES[store]}`,
            goal: `${MOST_ADDED_MS} ms at most`,
            measured: `${fixed(block - straight, 2)} ms`,
            isMet: block - straight <= MOST_ADDED_MS
        })),
        ...memory
            .filter(({ store }) => store === 'server')
            .map(({ store, afterLoad }) => ({
                what: `memory, ${STORE_NAMES[store]}`,
                goal: `below ${MOST_MEMORY_MB} MB`,
                measured: `${fixed(afterLoad)} MB`,
                isMet: afterLoad !== null && afterLoad < MOST_MEMORY_MB
            }))
    ];
}

function print(title: string, columns: string[], rows: string[][]): void {
    console.log(`\n## ${title}\n\n${markdownTable(columns, rows)}`);
}
