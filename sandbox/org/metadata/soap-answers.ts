import { METADATA_TYPES, type Component } from './component.ts';
import type { DeployMessage, DeployResult } from './deploy.ts';
import type { SetupOrg } from './setup-org.ts';

type Value = string | number | boolean | null | Values | readonly Values[];
export interface Values {
    [name: string]: Value;
}

const NAMESPACES =
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:sf="http://soap.sforce.com/2006/04/metadata"';

/** The answer to a call, in its envelope. */
export function answer(call: string, result: Values | readonly Values[]): string {
    return envelope(`<${call}Response>${xml({ result })}</${call}Response>`);
}

export function fault(code: string, message: string): string {
    const fields = xml({ faultcode: `sf:${code}`, faultstring: `${code}: ${message}` });
    return envelope(`<soapenv:Fault>${fields}</soapenv:Fault>`);
}

function envelope(body: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${NAMESPACES}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function xml(values: Values): string {
    return Object.entries(values)
        .map(([name, value]) => {
            if (value === null) return '';
            if (Array.isArray(value)) return (value as Values[]).map((each) => xml({ [name]: each })).join('');
            return `<${name}>${typeof value === 'object' ? xml(value as Values) : escaped(String(value))}</${name}>`;
        })
        .join('');
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Of checkDeployStatus. */
export function deployAnswer(result: DeployResult): Values {
    const { id, isDryRun, messages, testFailures, testCount, error } = result;
    const failed = messages.filter(({ state }) => state === 'failed');
    const isGood = failed.length === 0 && testFailures.length === 0 && error === null;
    const good = messages.filter(({ state }) => state !== 'failed');
    return {
        ...{ id, done: true, checkOnly: isDryRun, success: isGood, status: isGood ? 'Succeeded' : 'Failed' },
        ...{ rollbackOnError: true, ignoreWarnings: false, runTestsEnabled: testCount > 0, errorMessage: error },
        ...{ numberComponentsTotal: messages.length, numberComponentsDeployed: good.length },
        ...{ numberComponentErrors: failed.length, numberTestErrors: testFailures.length },
        ...{ numberTestsCompleted: testCount - testFailures.length, numberTestsTotal: testCount },
        details: {
            componentFailures: failed.map(messageOf),
            componentSuccesses: good.map(messageOf),
            runTestResult: {
                numFailures: testFailures.length,
                numTestsRun: testCount,
                failures: testFailures.map((failure) => ({ ...failure }))
            }
        }
    };
}

function messageOf({ type, name, state, problem }: DeployMessage): Values {
    const flags = { changed: state === 'changed', created: state === 'created', deleted: state === 'deleted' };
    const success = state !== 'failed';
    return { ...flags, success, componentType: type, fullName: name, fileName: name, problem };
}

/** Of listMetadata. */
export function listAnswer(org: SetupOrg, type: string): Values[] {
    if (type === 'Translations') {
        return org.traits.languages.map((name) => fileOf(org, { type, name, files: new Map() }));
    }
    return org.all(type).map((component) => fileOf(org, component));
}

function fileOf(org: SetupOrg, { type, name, files }: Component): Values {
    return { fullName: name, type, id: org.idOf({ type, name }), fileName: [...files.keys()][0] ?? name };
}

/** Of describeMetadata. */
export function describeAnswer({ traits }: SetupOrg): Values {
    const types = METADATA_TYPES.filter(
        (type) => traits.hasClientApps || !/^(?:ExternalClientApplication|ExtlClntApp)/.test(type)
    );
    const metadataObjects = types.map((xmlName) => ({
        xmlName,
        directoryName: xmlName,
        inFolder: false,
        metaFile: false
    }));
    return { metadataObjects, organizationNamespace: '', partialSaveAllowed: true, testRequired: false };
}
