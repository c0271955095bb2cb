import type { Command } from '../src/conversations/knowledge/records.ts';
import { stepsLeft } from '../src/conversations/protocol/steps-left.ts';
import { COMMAND_KINDS, NATIVE_REASONS, NATIVE_STATUSES, OUTCOMES, RECOVERY_POINTS, inModel } from './code-words.ts';

const AT = new Date(0);

const COMMANDS = [
    ...COMMAND_KINDS.map((kind) => ({ kind, retries: false })),
    { kind: 'block' as const, retries: true }
];

/** One line of the table that `stepsLeft` is, in the words of the model. */
interface Row {
    point: string;
    outcome: string;
    kind: string;
    /** It asks the channel once more. */
    retries: boolean;
    /** Null: the native block is not used here. */
    status: string | null;
    step: 'liftsNativeBlock' | 'setsNativeBlock';
}

/**
 * Asks the proxy's own `stepsLeft` about everything it can be asked.
 * @returns the lines in which Block User is left to be sent
 * @throws Error when it goes by the reason of a status, which the model does not know
 */
export function stepsLeftRows(): Row[] {
    const rows: Row[] = [];
    for (const recoveryPoint of RECOVERY_POINTS)
        for (const outcome of OUTCOMES)
            for (const { kind, retries } of COMMANDS)
                for (const status of [null, ...NATIVE_STATUSES]) {
                    const command: Command = { kind, state: 'OPEN', ...(retries && { retriesNativeBlock: true }) };
                    const operation = { command, recoveryPoint, outcome };
                    const step = stepFor(operation, status);
                    const words = { point: inModel(recoveryPoint), outcome, kind, retries };
                    if (step !== null) rows.push({ ...words, status: status && inModel(status), step });
                }
    return rows;
}

function stepFor(
    operation: Parameters<typeof stepsLeft>[0],
    status: (typeof NATIVE_STATUSES)[number] | null
): Row['step'] | null {
    const blocks = status === null ? [null] : NATIVE_REASONS.map((reason) => ({ status, reason, at: AT }));
    const steps = new Set(blocks.map((block) => stepIn(stepsLeft(operation, block))));
    const [step = null, ...others] = steps;
    if (others.length > 0) throw new Error(`stepsLeft goes by the reason of "${status}".`);
    return step;
}

function stepIn({ liftsNativeBlock, setsNativeBlock }: ReturnType<typeof stepsLeft>): Row['step'] | null {
    if (liftsNativeBlock) return 'liftsNativeBlock';
    return setsNativeBlock ? 'setsNativeBlock' : null;
}

/** The same table as a part of the model: `steps-left.pml`. */
export function stepsLeftInModel(): string {
    const rows = stepsLeftRows();
    // A conversation on a native channel always has a status.
    const known = rows.filter(({ status }) => status !== null);
    return `/* Made from the proxy's own stepsLeft() by "node proxy/model/write-steps-left.ts"; a test compares them. */

inline stepsLeft(point, outcome, kind, retries, status) {
    lifts = ${conditionOf(known, 'liftsNativeBlock')};
    sets = ${conditionOf(known, 'setsNativeBlock')}
}
`;
}

function conditionOf(rows: readonly Row[], step: Row['step']): string {
    const terms = rows
        .filter((row) => row.step === step)
        .map(
            ({ point, outcome, kind, retries, status }) =>
                `(point == ${point} && outcome == ${outcome} && kind == ${kind} && ` +
                `retries == ${retries} && isKnownAs(status, ${status}))`
        );
    return terms.length === 0 ? 'false' : `(${terms.join(' || ')})`;
}
