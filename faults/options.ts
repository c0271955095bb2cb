import path from 'node:path';
import { parseArgs } from 'node:util';

/** What one run plays. */
export interface Mode {
    proxies: 1 | 2;
    store: 'embedded' | 'postgres';
    /** Whether the first proxy is an old one, which writes in transactions only. */
    hasOld: boolean;
}

export interface Options {
    /** How many histories in all. */
    histories: number;
    seed: number;
    /** Number of the one history of the seed to play; undefined: all. */
    only: number | undefined;
    /** Whether it goes on after a violation. */
    keepGoing: boolean;
    /** Played one after the other. */
    modes: Mode[];
    /** Path of the proxy's `server.ts`. */
    server: string;
    help: boolean;
}

/** What the command says of itself. */
export const USAGE = `node faults/main.ts: random commands of several agents, faults of GoTallo, kills and pauses of real proxy
processes; every invariant of the block protocol must hold. Exit code 1: one did not; 2: the options are wrong.

  --histories 4000     how many in all
  --seed N             of the random numbers; drawn when left out, and printed
  --only N             plays the one history of that seed with that number, again and again
  --keep-going         goes on after a violation, and makes none smaller
  --proxies 1|2        how many share the store
  --store S            embedded (one proxy) or postgres; all kinds in turn when none is named
  --old                an old proxy beside a new one, on postgres
  --server PATH        another proxy's server.ts`;

export const MODES: readonly Mode[] = [
    { proxies: 1, store: 'embedded', hasOld: false },
    { proxies: 2, store: 'postgres', hasOld: false },
    { proxies: 2, store: 'postgres', hasOld: true }
];

export const SERVER = path.resolve(import.meta.dirname, '../proxy/src/server.ts');

/**
 * Reads the options of the command.
 * @throws TypeError, RangeError with a sentence that says what is wrong
 */
export function readOptions(args: string[]): Options {
    const { values } = parseArgs({
        args,
        options: {
            histories: { type: 'string', default: '4000' },
            seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
            only: { type: 'string' },
            'keep-going': { type: 'boolean', default: false },
            proxies: { type: 'string' },
            store: { type: 'string' },
            old: { type: 'boolean', default: false },
            server: { type: 'string', default: SERVER },
            help: { type: 'boolean', default: false }
        }
    });
    return {
        histories: wholeNumber('histories', values.histories),
        seed: wholeNumber('seed', values.seed),
        only: values.only === undefined ? undefined : wholeNumber('only', values.only),
        keepGoing: values['keep-going'],
        modes: modesOf(values.proxies, values.store, values.old),
        server: path.resolve(values.server),
        help: values.help
    };
}

function modesOf(proxies: string | undefined, store: string | undefined, hasOld: boolean): Mode[] {
    if (hasOld) return oldBesideNew(proxies, store);
    if (proxies === undefined && store === undefined) return [...MODES];
    if (proxies !== undefined && proxies !== '1' && proxies !== '2') throw new RangeError('--proxies is 1 or 2.');
    if (store !== undefined && store !== 'embedded' && store !== 'postgres') {
        throw new RangeError('--store is embedded or postgres.');
    }
    const mode: Mode = {
        proxies: proxies === '2' ? 2 : 1,
        store: store ?? (proxies === '2' ? 'postgres' : 'embedded'),
        hasOld
    };
    if (proxies === undefined && store === 'postgres') mode.proxies = 2;
    if (mode.proxies === 2 && mode.store === 'embedded') {
        throw new RangeError('The embedded store is for one proxy: use --store postgres with --proxies 2.');
    }
    return [mode];
}

function oldBesideNew(proxies: string | undefined, store: string | undefined): Mode[] {
    if ((proxies ?? '2') !== '2' || (store ?? 'postgres') !== 'postgres') {
        throw new RangeError('--old is for two proxies: use --store postgres and --proxies 2, or name neither.');
    }
    return [{ proxies: 2, store: 'postgres', hasOld: true }];
}

function wholeNumber(name: string, text: string): number {
    if (!/^-?\d{1,10}$/.test(text)) throw new RangeError(`--${name} is a whole number.`);
    return Number(text);
}
