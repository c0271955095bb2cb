import type { SetupFact, SetupView } from '#contract';
import type { ConversationError } from 'c/conversationErrors';

/** The check as support reads it: names and codes, which are the same in every language. It holds no secrets. */
export function supportText({ checkedAt, orgId, tenant, checks }: SetupView): string {
    const rows = checks.map(({ status, name, code, facts }) =>
        [`[${status}] ${name}: ${code}`, ...facts.map(plain)].join(' | ')
    );
    return [`GoTallo set-up check, ${checkedAt}`, `Org ${orgId}, tenant ${tenant}`, ...rows].join('\n');
}

/** The same where nothing could be checked. */
export function supportTextOfError({ code, requestId }: ConversationError, now: string): string {
    return [`GoTallo set-up check, ${now}`, `[error] ${code} | request ${requestId ?? 'none'}`].join('\n');
}

function plain(fact: SetupFact): string {
    if (isList(fact)) {
        return fact.join(', ');
    }
    return typeof fact === 'object' ? fact.at : String(fact);
}

/** Not by the member `at`, which lists have, too. */
export function isList(fact: SetupFact): fact is readonly string[] {
    return Array.isArray(fact);
}
