import type { InstallContext } from '../context.ts';
import { checkCollisions } from './collisions.ts';
import type { Finding, PreflightCheck } from './finding.ts';
import { checkLanguages } from './languages.ts';
import { checkApiVersion, checkClientApps, checkEdition, checkMyDomain, checkProduction } from './org-kind.ts';
import { checkPeople } from './people.ts';
import { checkProxy } from './proxy.ts';
import { checkRights } from './rights.ts';
import { checkVendorPackage } from './vendor-package.ts';

const CHECKS: readonly PreflightCheck[] = [
    checkEdition,
    checkMyDomain,
    checkClientApps,
    checkApiVersion,
    checkRights,
    checkPeople,
    checkCollisions,
    checkVendorPackage,
    checkLanguages,
    checkProxy
];

/** Every obstacle at once, then the warnings. Whether a production org is meant is asked last. */
export async function preflight(context: InstallContext): Promise<Finding[]> {
    const findings = (await Promise.all(CHECKS.map((check) => check(context)))).flat();
    const isReady = findings.every(({ level }) => level === 'warning');
    findings.push(...(await checkProduction(context, isReady)));
    return findings.sort((left, right) => rank(left) - rank(right));
}

function rank({ level }: Finding): number {
    return level === 'obstacle' ? 0 : 1;
}
