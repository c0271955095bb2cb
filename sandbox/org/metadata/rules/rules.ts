import type { Component } from '../component.ts';
import {
    clientAppsAreOn,
    completeApp,
    constantConsumerKey,
    jsonClaims,
    onePolicyPerApp,
    sessionTimeout
} from './client-apps.ts';
import { languageIsOn } from './languages.ts';
import { knownPrincipal, knownReferences } from './references.ts';
import type { Deployment, Rule } from './rule.ts';

const RULES: readonly Rule[] = [
    clientAppsAreOn,
    knownReferences,
    knownPrincipal,
    onePolicyPerApp,
    constantConsumerKey,
    completeApp,
    sessionTimeout,
    jsonClaims,
    languageIsOn
];

/** The first thing that the org has against a component; null: nothing. */
export function refusalOf(component: Component, deployment: Deployment): string | null {
    for (const rule of RULES) {
        const problem = rule(component, deployment);
        if (problem !== null) return problem;
    }
    return null;
}
