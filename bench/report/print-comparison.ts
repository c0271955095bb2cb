import { MEASURED_CALLS } from '../parts/entries.ts';
import type { LoadReport } from '../parts/load.ts';
import { STORE_NAMES, type StoreKind, type When } from '../parts/measured-proxy.ts';
import { rowOf, storesOf } from './load-goals.ts';
import { fixed, printTable } from './table.ts';

/** Every number of the present proxy beside that of the older one. */
export function printComparison(report: LoadReport, revision: string): void {
    const rows = storesOf(report).flatMap((store) => [
        ...MEASURED_CALLS.flatMap((call) => {
            const turnOf = (when: When) => rowOf(report, call, store, when)?.turn;
            const name = `${call}, ${STORE_NAMES[store]}`;
            return [
                line(`${name}, a second`, (when) => turnOf(when)?.perSecond, 0),
                line(`${name}, core ms each`, (when) => turnOf(when)?.cpuMs, 3)
            ];
        }),
        line(`added to a block, ${STORE_NAMES[store]}, ms`, (when) => addedOf(report, store, when), 2),
        line(`memory after the load, ${STORE_NAMES[store]}, MB`, (when) => memoryOf(report, store, when), 0)
    ]);
    printTable(`Now, and ${revision}`, ['what', 'now', revision, 'now / then'], rows);
}

type Measured = number | null | undefined;

function line(what: string, of: (when: When) => Measured, decimals: number): string[] {
    const now = of('now') ?? Number.NaN;
    const then = of('then') ?? Number.NaN;
    return [what, fixed(now, decimals), fixed(then, decimals), fixed(now / then, 2)];
}

function addedOf({ added }: LoadReport, store: StoreKind, when: When): Measured {
    const found = added.find((each) => each.store === store && each.when === when);
    return found && found.block - found.straight;
}

function memoryOf({ memory }: LoadReport, store: StoreKind, when: When): Measured {
    return memory.find((each) => each.store === store && each.when === when)?.afterLoad;
}
