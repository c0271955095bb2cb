import { MEASURED_CALLS, type MeasuredCall } from '../parts/entries.ts';
import type { LoadReport, Row } from '../parts/load.ts';
import { STORE_NAMES, type StoreKind, type When } from '../parts/measured-proxy.ts';
import { atLeast, atMost, type Goal } from './goal.ts';

const MOST_ADDED_MS = 3;
const MOST_MEMORY_MB = 140;
/** Requests a second, to those of the older proxy. */
const LEAST_TIMES: Readonly<Partial<Record<MeasuredCall, number>>> = {
    block: 3,
    'block with native': 3,
    'GET cold': 1
};

/** The line of a call; undefined where it was not measured. */
export function rowOf({ rows }: LoadReport, call: MeasuredCall, store: StoreKind, when: When): Row | undefined {
    return rows.find(
        ({ key }) => typeof key === 'object' && key.call === call && key.store === store && key.when === when
    );
}

/** Requests a second to those of another line; NaN where one of them was not measured. */
export function ratioOf(row: Row | undefined, to: Row | undefined): number {
    return (row?.turn.perSecond ?? Number.NaN) / (to?.turn.perSecond ?? Number.NaN);
}

/** The stores that the proxy was measured on. */
export function storesOf({ memory }: LoadReport): StoreKind[] {
    return memory.filter(({ when }) => when === 'now').map(({ store }) => store);
}

/** What the load is to reach. What compares with an older commit is not measured where there is none. */
export function loadGoals(report: LoadReport): Goal[] {
    const yardstick = report.rows.find(({ key }) => key === 'yardstick');
    return [
        ...storesOf(report).map((store) =>
            atLeast(
                `GET warm, ${STORE_NAMES[store]}, to http-proxy-middleware`,
                ratioOf(rowOf(report, 'GET warm', store, 'now'), yardstick),
                1
            )
        ),
        ...storesOf(report).flatMap((store) => goalsAgainst(report, store)),
        ...report.added
            .filter(({ when }) => when === 'now')
            .map(({ store, block, straight }) =>
                atMost(`added to a block, ${STORE_NAMES[store]}`, block - straight, MOST_ADDED_MS, 'ms')
            ),
        ...report.memory
            .filter(({ when, store }) => when === 'now' && store === 'server')
            .map(({ store, afterLoad }) =>
                atMost(`memory after the load, ${STORE_NAMES[store]}`, afterLoad ?? Number.NaN, MOST_MEMORY_MB, 'MB')
            )
    ];
}

function goalsAgainst(report: LoadReport, store: StoreKind): Goal[] {
    const to = report.against ?? 'an older commit';
    const goals = MEASURED_CALLS.flatMap((call) => {
        const least = LEAST_TIMES[call];
        if (least === undefined) return [];
        const times = ratioOf(rowOf(report, call, store, 'now'), rowOf(report, call, store, 'then'));
        return [atLeast(`${call}, ${STORE_NAMES[store]}, to ${to}`, times, least)];
    });
    return report.against === null ? goals.map((goal) => ({ ...goal, measured: 'needs --against' })) : goals;
}
