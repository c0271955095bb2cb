import type { Component } from '../component.ts';
import type { SetupOrg } from '../setup-org.ts';

/** What is deployed, and into what. */
export interface Deployment {
    org: SetupOrg;
    /** Everything that comes in the same call. */
    incoming: readonly Component[];
    testLevel: string;
    /** Apex test classes that the caller names. */
    tests: readonly string[];
}

/** One rule of an org: what is wrong with a component, in the words of the org; null: nothing. */
export type Rule = (component: Component, deployment: Deployment) => string | null;

/** Whether a component is in the org or comes in the same call. */
export function isKnown({ org, incoming }: Deployment, type: string, name: string): boolean {
    return org.find(type, name) !== undefined || incoming.some((each) => each.type === type && each.name === name);
}
