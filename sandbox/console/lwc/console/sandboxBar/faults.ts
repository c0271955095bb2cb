import type { Switches } from '../../../../page/page-data.ts';

/** How long the slow faults take, and how long GoTallo asks to wait. */
export const FAULT_SECONDS = 5;

/** As all is switched at the start. */
export const NO_FAULTS: Switches = {
    gotallo: 'none',
    seconds: FAULT_SECONDS,
    org: 'none',
    blockedExcluded: true,
    platformEvents: true
};

/** The faults of GoTallo in plain words. */
export const GOTALLO_FAULTS: readonly { value: Switches['gotallo']; label: string }[] = [
    { value: 'none', label: 'works' },
    { value: 'slow', label: `is slow (${FAULT_SECONDS} s)` },
    { value: 'down', label: 'is down' },
    { value: 'answer-lost', label: 'acts, but its answer is lost' },
    { value: 'fails-before', label: 'answers 500 and does nothing' },
    { value: 'fails-after', label: 'acts, but answers 500' },
    { value: 'too-many-requests', label: `is too busy (429, wait ${FAULT_SECONDS} s)` },
    { value: 'unauthorized', label: 'refuses our token (401)' },
    { value: 'html', label: 'answers with a web page' },
    { value: 'empty', label: 'acts, and answers 204 with no body' },
    { value: 'native-slow', label: `is slow with Block User (${FAULT_SECONDS} s)` },
    { value: 'native-refused', label: 'refuses Block User' },
    { value: 'native-answer-lost', label: 'acts on Block User, but its answer is lost' },
    { value: 'native-fails-after', label: 'acts on Block User, but answers 500' }
];

/** The faults of Salesforce in plain words. */
export const ORG_FAULTS: readonly { value: Switches['org']; label: string }[] = [
    { value: 'none', label: 'works' },
    { value: 'unavailable', label: 'is unavailable (503)' },
    { value: 'silent', label: 'does not answer' }
];

/** The plain words for a fault. */
export function labelOf<T>(faults: readonly { value: T; label: string }[], value: T): string {
    return faults.find((fault) => fault.value === value)?.label ?? '';
}
