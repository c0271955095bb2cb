import { quietly } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';
import userId from '@salesforce/user/Id';

/** Of this browser: several agents may share it. */
const KEY = `gotallo-last-reason-${userId}`;

/** The reason that this agent chose last comes first. */
export function lastReasonFirst(settings: Settings): Settings {
    const last = quietly(() => localStorage.getItem(KEY));
    const { reasons } = settings;
    return last != null && reasons.includes(last)
        ? { ...settings, reasons: [last, ...reasons.filter((reason) => reason !== last)] }
        : settings;
}

/** A browser whose storage is full, or refused, leaves the reasons in their order. */
export function rememberReason(reason: string | null): void {
    if (reason !== null) {
        quietly(() => localStorage.setItem(KEY, reason));
    }
}
