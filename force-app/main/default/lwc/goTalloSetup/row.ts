import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import type { SetupCheck, SetupFact, SetupStatus } from '#contract';
import { format, known, momentOf } from 'c/conversationLabels';
import { ANY_FIXES, FIXES } from './fixes';
import { ANY_FOUND, FOUND } from './found';
import * as i18n from './labels';
import { isList } from './supportText';
import { TITLES } from './titles';

/** A row as it is drawn. */
export interface Row {
    name: string;
    title: string;
    status: string;
    icon: string;
    variant: string;
    found: string;
    fix: string | null;
    link: string | null;
    /** What the link is called where nobody sees which row it stands in. */
    linkName: string;
    letter: string | null;
}

/** Words, icon, and its variant. Colour never stands alone. */
const LOOKS: Readonly<Record<SetupStatus, readonly [string, string, string]>> = {
    error: [i18n.error, 'utility:error', 'error'],
    warning: [i18n.warning, 'utility:warning', 'warning'],
    unknown: [i18n.unknown, 'utility:help', ''],
    ok: [i18n.ok, 'utility:success', 'success']
};

const SETUP_PAGE = /^\/lightning\/[\w/]+$/;

/** @param now for words that follow the clock, in milliseconds since 1970 */
export function rowOf(check: SetupCheck, now: number): Row {
    const [status, icon, variant] = known(LOOKS, check.status) ?? LOOKS.unknown;
    const facts = check.facts.map((fact) => factInWords(fact, now));
    const title = known(TITLES, check.name) ?? check.name;
    const fix = wordsIn(FIXES, ANY_FIXES, check);
    return {
        name: check.name,
        title,
        status,
        icon,
        variant,
        found: format(wordsIn(FOUND, ANY_FOUND, check) ?? `${i18n.newer} (${check.code})`, ...facts),
        fix: fix && format(fix, ...facts),
        // Only pages of this org: the answer came from elsewhere.
        link: check.link !== null && SETUP_PAGE.test(check.link) ? check.link : null,
        linkName: format(i18n.nameWho, title, i18n.open),
        letter: check.letter
    };
}

type Words = Readonly<Record<string, string>>;

function wordsIn(own: object, any: Words, { name, code }: SetupCheck): string | null {
    return known(known(own as Record<string, Words>, name) ?? {}, code) ?? known(any, code) ?? null;
}

function factInWords(fact: SetupFact, now: number): string {
    if (typeof fact === 'string') {
        return fact;
    }
    if (typeof fact === 'number') {
        return new Intl.NumberFormat(locale).format(fact);
    }
    if (!isList(fact)) {
        return momentOf(fact.at, now);
    }
    return fact.length > 0 ? new Intl.ListFormat(language, { type: 'conjunction' }).format(fact) : i18n.none;
}
