import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from '@salesforce/core';
import {
    MetadataApiDeploy,
    type ComponentSet,
    type MetadataApiDeployOptions,
    type MetadataApiDeployStatus
} from '@salesforce/source-deploy-retrieve';
import type { ComponentName, DeployFailure, DeployOutcome, DeployRequest, OnProgress } from './port.ts';

type ApiOptions = NonNullable<MetadataApiDeployOptions['apiOptions']>;
type Source = Pick<MetadataApiDeployOptions, 'components' | 'mdapiPath'>;

/** Deploys, waits for the end, and says what the org said. */
export function deployComponents(
    connection: Connection,
    components: ComponentSet,
    request: Pick<DeployRequest, 'isDryRun' | 'tests'>,
    onProgress?: OnProgress
): Promise<DeployOutcome> {
    return deploySource(connection, { components }, request, onProgress);
}

/** Deletes, by a manifest of what is to go beside one in which nothing comes. */
export async function deleteComponents(
    connection: Connection,
    components: readonly ComponentName[],
    onProgress?: OnProgress
): Promise<DeployOutcome> {
    const mdapiPath = await mkdtemp(path.join(tmpdir(), 'gotallo-uninstall-'));
    try {
        const { version } = connection;
        await writeFile(path.join(mdapiPath, 'package.xml'), manifest([], version));
        await writeFile(path.join(mdapiPath, 'destructiveChangesPost.xml'), manifest(components, version));
        return await deploySource(connection, { mdapiPath }, { isDryRun: false, tests: [] }, onProgress);
    } finally {
        await rm(mdapiPath, { recursive: true, force: true });
    }
}

async function deploySource(
    connection: Connection,
    source: Source,
    { isDryRun, tests }: Pick<DeployRequest, 'isDryRun' | 'tests'>,
    onProgress?: OnProgress
): Promise<DeployOutcome> {
    const testOptions: Pick<ApiOptions, 'testLevel' | 'runTests'> =
        tests.length > 0 ? { testLevel: 'RunSpecifiedTests', runTests: [...tests] } : { testLevel: 'NoTestRun' };
    const deployment = new MetadataApiDeploy({
        ...source,
        usernameOrConnection: connection,
        apiOptions: { checkOnly: isDryRun, rollbackOnError: true, singlePackage: true, ...testOptions }
    });
    deployment.onUpdate((status) => onProgress?.(progressOf(status)));
    await deployment.start();
    const { response } = await deployment.pollStatus(connection.metadata.pollInterval);
    return outcomeOf(response);
}

function manifest(components: readonly ComponentName[], version: string): string {
    const types = [...Map.groupBy(components, ({ type }) => type)].map(([type, all]) => {
        const members = all.map(({ name }) => `<members>${name}</members>`).join('');
        return `<types>${members}<name>${type}</name></types>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">${types.join('')}<version>${version}</version></Package>
`;
}

function progressOf(status: MetadataApiDeployStatus): string {
    const { numberComponentsDeployed: parts, numberComponentsTotal: all } = status;
    const { numberTestsCompleted: tests, numberTestsTotal: allTests } = status;
    return `${parts} of ${all} parts${allTests > 0 ? `, ${tests} of ${allTests} tests` : ''}`;
}

function outcomeOf(status: MetadataApiDeployStatus): DeployOutcome {
    const successes = [status.details.componentSuccesses ?? []].flat();
    // The manifest itself is among them, without a type.
    const parts = successes.filter(({ componentType }) => componentType);
    const changed = parts.filter((each) => isTrue(each.changed) || isTrue(each.created) || isTrue(each.deleted));
    const failures = [...componentFailures(status), ...testFailures(status)];
    const isRefused = !status.success && failures.length === 0;
    const nothingSaid = { what: 'deployment', problem: status.errorMessage ?? `it ended as ${status.status}` };
    return {
        id: status.id,
        changed: changed.map(({ componentType, fullName }) => `${componentType} ${fullName}`),
        total: parts.length,
        failures: isRefused ? [nothingSaid] : failures
    };
}

function componentFailures({ details }: MetadataApiDeployStatus): DeployFailure[] {
    const failures = [details.componentFailures ?? []].flat();
    return failures.map(({ componentType, fullName, problem }) => ({
        what: `${componentType} ${fullName}`.trim(),
        problem: problem ?? 'no reason given'
    }));
}

function testFailures({ details }: MetadataApiDeployStatus): DeployFailure[] {
    const failures = [details.runTestResult?.failures ?? []].flat();
    return failures.map(({ name, methodName, message }) => ({ what: `test ${name}.${methodName}`, problem: message }));
}

/** The library answers some of these as text. */
function isTrue(value: boolean | string | undefined): boolean {
    return value === true || value === 'true';
}
