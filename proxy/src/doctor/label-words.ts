import { readFileSync } from 'node:fs';
import type { SetupCheck, SetupFact } from '#contract';
import type { DoctorRow } from './doctor-row.ts';

/** The words of the set-up page. They exist once, as custom labels, and are read from there. */
const LABELS = new URL('../../../force-app/main/default/labels/CustomLabels.labels-meta.xml', import.meta.url);

const LABEL = /<fullName>(GoTallo_Setup\w*)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Findings that are told in the words of another one, as the set-up page does. */
const FOUND_AS: Readonly<Record<string, string>> = {
    events_credentials: 'events_refused',
    events_flow: 'events_refused',
    events_setup: 'events_refused',
    events_limit: 'events_refused',
    events_away: 'events_refused',
    eventAllowance_low: 'eventAllowance_left',
    eventAllowance_usedUp: 'eventAllowance_left'
};
const FIXED_AS: Readonly<Record<string, string>> = {
    store_low: 'store_full',
    eventAllowance_usedUp: 'eventAllowance_low',
    any_timedOut: 'any_failed'
};

/** Puts a row of the check into US English. */
export type InWords = (check: SetupCheck) => DoctorRow;

/** Where the labels are not at hand, as in an image of the proxy alone, codes and facts have to do. */
export function readLabelWords(file: URL = LABELS): InWords {
    const labels = readLabels(file);
    return ({ name, status, code, facts, link, letter }) => {
        const words = (kind: string, aliases: Readonly<Record<string, string>>): string | null => {
            const any = `any_${code}`;
            const keys = [`${name}_${code}`, aliases[`${name}_${code}`], any, aliases[any]];
            const label = keys
                .map((key) => labels.get(`GoTallo_Setup${kind}_${key}`))
                .find((text) => text !== undefined);
            return label === undefined ? null : filled(label, facts);
        };
        return {
            name,
            title: labels.get(`GoTallo_SetupCheck_${name}`) ?? name,
            status,
            found: words('Found', FOUND_AS) ?? [code, ...facts.map(inWords)].join(' | '),
            fix: words('Fix', FIXED_AS),
            link,
            letter
        };
    };
}

function readLabels(file: URL): ReadonlyMap<string, string> {
    try {
        const found = [...readFileSync(file, 'utf8').matchAll(LABEL)];
        return new Map(found.map(([, name = '', value = '']) => [name, decoded(value)]));
    } catch {
        return new Map();
    }
}

function decoded(xml: string): string {
    return xml.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

function filled(template: string, facts: readonly SetupFact[]): string {
    return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
        const fact = facts[Number(index)];
        return fact === undefined ? placeholder : inWords(fact);
    });
}

function inWords(fact: SetupFact): string {
    if (typeof fact === 'number') return new Intl.NumberFormat('en-US').format(fact);
    if (typeof fact === 'string') return fact;
    return isList(fact) ? fact.join(', ') || 'none' : `at ${fact.at}`;
}

function isList(fact: SetupFact): fact is readonly string[] {
    return Array.isArray(fact);
}
