import type { InstallContext } from '../context.ts';
import type { DeployOutcome } from '../org/port.ts';
import { refused, saysSo } from './refusals.ts';

/** One way to write something of which it is not documented how an org wants it. */
export interface Variant {
    deploy(context: InstallContext, isDryRun: boolean): Promise<DeployOutcome>;
}

/** A variant that the org takes, and what the org said when it tried it. */
export interface Accepted {
    variant: Variant;
    outcome: DeployOutcome;
}

/**
 * Lets the org try one after the other until it takes one.
 * @param goesOn only this refusal leads to the next variant
 * @throws Trouble with the words of the last refusal
 */
export async function firstAccepted(
    context: InstallContext,
    variants: readonly Variant[],
    { what, goesOn }: { what: string; goesOn: RegExp }
): Promise<Accepted> {
    for (const [index, variant] of variants.entries()) {
        const outcome = await variant.deploy(context, true);
        if (outcome.failures.length === 0) return { variant, outcome };
        const isLast = index === variants.length - 1;
        if (isLast || !saysSo(outcome, goesOn)) throw refused(what, outcome);
    }
    throw new Error('There is no variant.');
}
