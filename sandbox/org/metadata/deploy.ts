import { salesforceId } from '../salesforce-id.ts';
import { blocksOf, componentsIn, elementOf, elementsOf, isSameComponent, keyOf, type Component } from './component.ts';
import { refusalOf } from './rules/rules.ts';
import { runTests, testLevelRefusal, type TestFailure } from './rules/tests.ts';
import type { Deployment } from './rules/rule.ts';
import type { SetupOrg } from './setup-org.ts';
import { readZip } from './zip.ts';

/** What is asked of deploy(). */
export interface DeployCall {
    zip: Buffer;
    isDryRun: boolean;
    testLevel: string;
    tests: readonly string[];
}

/** One row of a deployment's result. */
export interface DeployMessage {
    type: string;
    name: string;
    state: 'created' | 'changed' | 'unchanged' | 'deleted' | 'failed';
    problem: string | null;
}

/** How a deployment ended. */
export interface DeployResult {
    id: string;
    isDryRun: boolean;
    messages: readonly DeployMessage[];
    testFailures: readonly TestFailure[];
    testCount: number;
    error: string | null;
}

let count = 0;

/**
 * Deploys as an org does: each component is judged by the rules, named tests run, and unless everything is well, nothing of it
 * is kept (rollbackOnError, which a production org enforces and Salesforce's CLI always asks for).
 */
export function deploy(org: SetupOrg, { zip, isDryRun, testLevel, tests }: DeployCall): DeployResult {
    const files = readZip(zip);
    const incoming = componentsIn(files);
    const deployment: Deployment = { org, incoming, testLevel, tests };
    const removals = removalsIn(files, org);
    const messages = [...incoming.map((each) => judge(each, deployment)), ...removals.map(({ message }) => message)];
    const testFailures = testLevel === 'RunSpecifiedTests' ? runTests(deployment) : [];
    const error = testLevelRefusal(deployment);
    const isGood = error === null && testFailures.length === 0 && messages.every(({ state }) => state !== 'failed');
    if (isGood && !isDryRun) keep(org, incoming, removals);
    count += 1;
    return { id: salesforceId('0Af', count), isDryRun, messages, testFailures, testCount: tests.length, error };
}

function keep(org: SetupOrg, incoming: readonly Component[], removals: readonly Removal[]): void {
    // What a policy or a group names is there before it.
    const last = /^(?:ExtlClntApp\w*Policies|PermissionSetGroup)$/;
    const ordered = [...incoming].sort((left, right) => Number(last.test(left.type)) - Number(last.test(right.type)));
    for (const component of ordered) {
        if (!isSameComponent(component, org.find(component.type, component.name))) org.set(component);
    }
    for (const { component } of removals) if (component) org.remove(component);
}

function judge(component: Component, deployment: Deployment): DeployMessage {
    const { type, name } = component;
    const problem = refusalOf(component, deployment);
    if (problem !== null) return { type, name, state: 'failed', problem };
    const there = deployment.org.find(type, name);
    const state = !there ? 'created' : isSameComponent(component, there) ? 'unchanged' : 'changed';
    return { type, name, state, problem: null };
}

interface Removal {
    component: Component | undefined;
    message: DeployMessage;
}

/** What is to be deleted. A component that is not there is only worth a warning. */
function removalsIn(files: ReadonlyMap<string, Buffer>, org: SetupOrg): Removal[] {
    const manifest = files.get('destructiveChangesPost.xml')?.toString() ?? '';
    const wanted = blocksOf(manifest, 'types').flatMap((block) => {
        const type = elementOf(block, 'name');
        return elementsOf(block, 'members').map((name) => ({ type, name }));
    });
    const keys = new Set(wanted.map(keyOf));
    return wanted.map(({ type, name }) => {
        const component = org.find(type, name);
        const user = component && userOf(component, org, keys);
        if (user !== undefined) {
            const problem = `This ${type} is referenced elsewhere in salesforce.com: ${keyOf(user)}`;
            return { component, message: { type, name, state: 'failed', problem } };
        }
        return { component, message: { type, name, state: component ? 'deleted' : 'unchanged', problem: null } };
    });
}

/** What else names a component, and stays. */
function userOf({ type, name }: Component, org: SetupOrg, removed: ReadonlySet<string>): Component | undefined {
    const users: Record<string, [string, string]> = {
        PermissionSet: ['PermissionSetGroup', `<permissionSets>${name}</permissionSets>`],
        ExternalCredential: ['NamedCredential', `<externalCredential>${name}</externalCredential>`],
        Certificate: ['ExternalCredential', `<certificate>${name}</certificate>`]
    };
    const [user, mark] = users[type] ?? [];
    if (user === undefined || mark === undefined) return undefined;
    return org
        .all(user)
        .find((each) => !removed.has(keyOf(each)) && [...each.files.values()].some((text) => text.includes(mark)));
}
