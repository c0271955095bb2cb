import type { Search } from './spin.ts';

/** The bounds of the model that a search may change (`bounds.pml`). */
type Bound =
    | 'WORKERS'
    | 'COMMANDS'
    | 'FAULTS'
    | 'CRASHES'
    | 'PAUSES'
    | 'LOOKS'
    | 'MESSAGES'
    | 'READS'
    | 'WITH_BRIEF'
    | 'WITH_RETRY'
    | 'WITH_UNDO'
    | 'LATENESS'
    | 'SEND_FOR'
    | 'ANSWER'
    | 'EMBEDDED';
export type Bounds = Partial<Record<Bound, number>>;

/** What one search covers: all orders of everything within its bounds. */
export interface Configuration {
    name: string;
    bounds: Bounds;
    looksFor: Exclude<Search['looksFor'], 'shortest'>;
}

const ALL_COMMANDS: Bounds = { WITH_BRIEF: 1, WITH_RETRY: 1, WITH_UNDO: 1 };

/** Several complete searches rather than one that is not; the longest first, so that two at a time end together. */
export const CONFIGURATIONS: readonly Configuration[] = [
    {
        name: 'three commands of every kind, and a crash',
        bounds: { COMMANDS: 3, FAULTS: 2, CRASHES: 1, ...ALL_COMMANDS },
        looksFor: 'any'
    },
    {
        name: 'two commands of every kind, a pause and a crash',
        bounds: { COMMANDS: 2, FAULTS: 1, CRASHES: 1, PAUSES: 1, ...ALL_COMMANDS },
        looksFor: 'any'
    },
    {
        name: 'time twice as fine: slow answers, a pause and a crash',
        bounds: { COMMANDS: 2, FAULTS: 2, CRASHES: 1, PAUSES: 1, LATENESS: 2, SEND_FOR: 2, ANSWER: 2 },
        looksFor: 'any'
    },
    {
        name: 'a supervisor who looks and speaks, a pause and a crash',
        bounds: { COMMANDS: 2, FAULTS: 1, CRASHES: 1, PAUSES: 1, LOOKS: 1 },
        looksFor: 'any'
    },
    {
        name: 'a supervisor who looks and speaks twice',
        bounds: { COMMANDS: 2, FAULTS: 2, CRASHES: 1, LOOKS: 2, WITH_RETRY: 1 },
        looksFor: 'any'
    },
    {
        name: 'a supervisor who speaks where GoTallo is read',
        bounds: { COMMANDS: 2, FAULTS: 2, LOOKS: 1, READS: 1, WITH_RETRY: 1 },
        looksFor: 'any'
    },
    {
        name: 'webhooks, a pause and a crash',
        bounds: { COMMANDS: 2, FAULTS: 1, CRASHES: 1, PAUSES: 1, MESSAGES: 1 },
        looksFor: 'any'
    },
    {
        name: 'webhooks and reads of the same conversation',
        bounds: { COMMANDS: 2, FAULTS: 2, MESSAGES: 1, READS: 1 },
        looksFor: 'any'
    },
    {
        name: 'webhooks, and a crash',
        bounds: { COMMANDS: 2, FAULTS: 2, CRASHES: 1, MESSAGES: 1, WITH_UNDO: 1 },
        looksFor: 'any'
    },
    {
        name: 'a GoTallo that is read, a pause and a crash',
        bounds: { COMMANDS: 2, FAULTS: 1, CRASHES: 1, PAUSES: 1, READS: 1 },
        looksFor: 'any'
    },
    {
        name: 'the embedded store, restarted twice',
        bounds: { WORKERS: 1, EMBEDDED: 1, COMMANDS: 2, FAULTS: 1, CRASHES: 2, LOOKS: 1, WITH_BRIEF: 1 },
        looksFor: 'any'
    },
    {
        name: 'the last command comes true, with an end, a fault and a crash',
        bounds: { COMMANDS: 2, FAULTS: 1, CRASHES: 1, WITH_BRIEF: 1 },
        looksFor: 'never'
    },
    {
        name: 'the last command comes true, with two faults and a crash',
        bounds: { COMMANDS: 2, FAULTS: 2, CRASHES: 1 },
        looksFor: 'never'
    },
    { name: 'many faults', bounds: { COMMANDS: 3, FAULTS: 5, WITH_RETRY: 1 }, looksFor: 'any' }
];

/** The bounds as the model takes them. */
export function definesOf(bounds: Bounds): string[] {
    return Object.entries(bounds).map(([name, value]) => `${name}=${value}`);
}
