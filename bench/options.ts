import { parseArgs } from 'node:util';

/** What is measured when no part is named, in that order. */
const USUAL_PARTS = ['sandbox', 'drawing', 'load', 'growth'] as const;
/** All that can be measured: what takes long, or explains a number and is none, only where it is named. */
const PARTS = [...USUAL_PARTS, 'budget', 'soak'] as const;
export type Part = (typeof PARTS)[number];

/** How much is measured. */
export interface Options {
    parts: readonly Part[];
    /** How long one server is called at a time. */
    seconds: number;
    /** How often every server gets its turn; the medians of all turns are shown. */
    rounds: number;
    /** How many conversations are blocked in one turn. */
    blocks: number;
    /** How many conversations the full store holds. */
    conversations: number;
    /** How long the proxy is watched at a steady pace. */
    minutes: number;
    /** A commit whose proxy is measured in turns with the present one; null: none. */
    against: string | null;
}

/**
 * Reads the options of the command.
 * @throws TypeError, RangeError with a sentence that says what is wrong
 */
export function readOptions(args: string[]): Options {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            seconds: { type: 'string', default: '5' },
            rounds: { type: 'string', default: '3' },
            blocks: { type: 'string', default: '1000' },
            conversations: { type: 'string', default: '1000000' },
            minutes: { type: 'string', default: '10' },
            against: { type: 'string' }
        }
    });
    return {
        parts: partsOf(positionals),
        seconds: wholeNumber('seconds', values.seconds, { least: 1, most: 60 }),
        rounds: wholeNumber('rounds', values.rounds, { least: 1, most: 20 }),
        blocks: wholeNumber('blocks', values.blocks, { least: 100, most: 5_000 }),
        conversations: wholeNumber('conversations', values.conversations, { least: 10_000, most: 5_000_000 }),
        minutes: wholeNumber('minutes', values.minutes, { least: 1, most: 600 }),
        against: values.against ?? null
    };
}

function partsOf(names: readonly string[]): readonly Part[] {
    const named = names.map(toPart);
    return named.length === 0 ? USUAL_PARTS : PARTS.filter((part) => named.includes(part));
}

function toPart(name: string): Part {
    const part = PARTS.find((each) => each === name);
    if (part === undefined) throw new RangeError(`There is no part "${name}". Parts: ${PARTS.join(', ')}.`);
    return part;
}

function wholeNumber(name: string, text: string, { least, most }: { least: number; most: number }): number {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
        throw new RangeError(`--${name} is a whole number from ${least} to ${most}.`);
    }
    return value;
}
