import type { Soak, SoakSample } from '../parts/soak.ts';
import { fixed } from './table.ts';

/** The memory in one line; without any where it could not be measured. There is no goal for it. */
export function printSoak(soak: Soak | null): [] {
    if (soak !== null) console.log(`\n${soakLine(soak)}`);
    return [];
}

/** One line for each half minute. */
export function printSoakSample({ seconds, residentMB, perSecond, p50, p99 }: SoakSample): void {
    const minutes = fixed(seconds / 60, 1).padStart(6);
    const times = `p50 ${fixed(p50, 2)} ms, p99 ${fixed(p99, 2)} ms`;
    console.log(`${minutes} min: ${fixed(residentMB)} MB resident, ${fixed(perSecond)} calls a second, ${times}`);
}

/** The memory in one line: at the start, after a minute, at its highest, at the end. */
export function soakLine({ atStart, samples }: Soak): string {
    const resident = samples.map((sample) => sample.residentMB ?? Number.NaN);
    const afterMinute = samples.find(({ seconds }) => seconds >= 60)?.residentMB ?? null;
    const highest = Math.max(atStart ?? Number.NaN, ...resident);
    return (
        `Resident memory: ${fixed(atStart)} MB at the start, ${fixed(afterMinute)} after one minute, ` +
        `${fixed(highest)} at most, ${fixed(resident.at(-1) ?? null)} at the end.`
    );
}
