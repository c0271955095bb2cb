import { textOf, type Component } from '../component.ts';
import type { Deployment } from './rule.ts';

/** What became of one test. */
export interface TestFailure {
    name: string;
    methodName: string;
    message: string;
}

/**
 * A part of the time zones in the restricted picklist `User.TimeZoneSidKey`: at GMT+00:00 there is only `GMT`, and no
 * `UTC` (Salesforce help, Supported Time Zones).
 */
const TIME_ZONES = ['GMT', 'Europe/Amsterdam', 'Europe/London', 'America/Los_Angeles', 'Asia/Tokyo'];

/**
 * Whether Apex tests would pass, by what can be told from their text: the values of restricted picklists. Classes that are
 * not there fail as well.
 */
export function runTests({ org, incoming, tests }: Deployment): TestFailure[] {
    return tests.flatMap((name) => {
        const test = incoming.find((each) => isClass(each, name)) ?? org.find('ApexClass', name);
        if (!test) return [{ name, methodName: '', message: `Could not find the test class ${name}` }];
        return restrictedValues(test);
    });
}

function restrictedValues(test: Component): TestFailure[] {
    const value = /TimeZoneSidKey\s*=\s*'([^']*)'/.exec(textOf(test))?.[1];
    if (value === undefined || TIME_ZONES.includes(value)) return [];
    const words = `System.DmlException: Insert failed. First exception on row 0; first error: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Time Zone: bad value for restricted picklist field: ${value}: [TimeZoneSidKey]`;
    return [{ name: test.name, methodName: 'makesUser', message: words }];
}

/**
 * A production org takes Apex only with tests (Metadata API, deploy(): NoTestRun "applies only to deployments to
 * development environments").
 */
export function testLevelRefusal({ org, incoming, testLevel }: Deployment): string | null {
    const hasApex = incoming.some(({ type }) => type === 'ApexClass');
    const [organization] = org.rows('Organization');
    const isDevelopment =
        organization?.['IsSandbox'] === true || organization?.['OrganizationType'] === 'Developer Edition';
    if (!hasApex || testLevel !== 'NoTestRun' || isDevelopment) return null;
    return 'testLevel of NoTestRun cannot be used in production organizations';
}

function isClass({ type, name }: Component, wanted: string): boolean {
    return type === 'ApexClass' && name === wanted;
}
