import { CONFIGURATIONS, definesOf, type Configuration } from './configurations.ts';
import type { Outcome } from './outcome.ts';
import { PLANTS } from './plants.ts';
import type { Plant } from './plants/plant.ts';
import { PROPERTIES } from './properties.ts';
import { search } from './spin.ts';

/** A search, what came of it, and what is wrong with that; null when it is as it must be. */
export interface Checked<Subject> {
    subject: Subject;
    outcome: Outcome;
    fault: string | null;
}

/** Searches the model within the bounds of a configuration: there must be no violation, and nothing left out. */
export async function checkConfiguration(subject: Configuration): Promise<Checked<Configuration>> {
    const { bounds, looksFor } = subject;
    const outcome = await search({ defines: definesOf(bounds), looksFor });
    const { violation, incomplete } = outcome;
    const fault = violation ?? (incomplete && `not searched completely: ${incomplete}`);
    return { subject, outcome, fault };
}

/** Plants a mistake: the property that it breaks must be seen to be broken. */
export async function checkPlant(subject: Plant): Promise<Checked<Plant>> {
    const { name, breaks, bounds, looksFor = 'shortest' } = subject;
    const outcome = await search({ defines: [...definesOf(bounds), name, `ONLY=${breaks}`], looksFor });
    const { violation, story } = outcome;
    const isFound = story.at(-1) === `Broken: ${PROPERTIES[breaks]}`;
    return { subject, outcome, fault: isFound ? null : `not found; ${violation ?? 'nothing is broken'}` };
}

/** Everything that `npm run model` checks, in its order. */
export const CHECKS: readonly (() => Promise<Checked<Configuration | Plant>>)[] = [
    ...CONFIGURATIONS.map((configuration) => () => checkConfiguration(configuration)),
    ...PLANTS.map((plant) => () => checkPlant(plant))
];
