import type { Bounds, Configuration } from './configurations.ts';
import type { Checked } from './model.ts';
import type { Plant } from './plants/plant.ts';
import { PROPERTIES } from './properties.ts';

/** What is said of one search. */
export function reportOf(checked: Checked<Configuration | Plant>): string {
    return isOfPlant(checked) ? ofPlant(checked) : ofConfiguration(checked as Checked<Configuration>);
}

function isOfPlant(checked: Checked<Configuration | Plant>): checked is Checked<Plant> {
    return 'mistake' in checked.subject;
}

function ofConfiguration({ subject, outcome, fault }: Checked<Configuration>): string {
    const { states, depth, seconds, story } = outcome;
    const numbers = `${states.toLocaleString('en-US')} states, depth ${depth}, ${seconds.toFixed(1)} s`;
    const lines = [`${fault === null ? 'holds ' : 'FAILED'} ${subject.name}`, `       ${boundsIn(subject.bounds)}`];
    return [...lines, `       ${numbers}`, ...(fault === null ? [] : [`       ${fault}`]), ...numbered(story)].join(
        '\n'
    );
}

function ofPlant({ subject, outcome, fault }: Checked<Plant>): string {
    const { name, mistake, breaks, bounds } = subject;
    const head = `${fault === null ? 'found ' : 'FAILED'} ${name}: ${mistake}`;
    const how = `       ${boundsIn(bounds)}, ${outcome.states.toLocaleString('en-US')} states, ${outcome.seconds.toFixed(1)} s`;
    const rest = fault === null ? [] : [`       ${fault}: ${PROPERTIES[breaks]}`];
    return [head, how, ...rest, ...numbered(outcome.story)].join('\n');
}

function boundsIn(bounds: Bounds): string {
    return Object.entries(bounds)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ');
}

function numbered(story: readonly string[]): string[] {
    return story.map((line, index) => `       ${String(index + 1).padStart(2)}. ${line}`);
}
