import type { Settings } from 'c/conversationSettings';
import userId from '@salesforce/user/Id';

/** Of this browser: several agents may share it. */
const KEY = `gotallo-last-reason-${userId}`;

/** The reason that this agent chose last comes first. */
export function lastReasonFirst(settings: Settings): Settings {
    const last = lastReason();
    const { reasons } = settings;
    return last !== null && reasons.includes(last)
        ? { ...settings, reasons: [last, ...reasons.filter((reason) => reason !== last)] }
        : settings;
}

/** A browser that stores nothing leaves the reasons in their order. */
export function rememberReason(reason: string | null): void {
    try {
        if (reason !== null) {
            localStorage.setItem(KEY, reason);
        }
    } catch {
        // Storage is full, or refused.
    }
}

function lastReason(): string | null {
    try {
        return localStorage.getItem(KEY);
    } catch {
        return null;
    }
}
