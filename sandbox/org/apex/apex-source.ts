import { readFileSync } from 'node:fs';
import { FORCE_APP } from '../../paths.ts';
import { readCustomLabels } from '../custom-labels.ts';
import { readKnownFields } from './known-fields.ts';

/** The tables written in the project's Apex classes and custom metadata, so that the sandbox has none of its own to keep in step. */
export interface ApexTables {
    /** Words for agents by error code. */
    messages: ReadonlyMap<string, string>;
    /** What admins read in place of these, for codes that they can do something about. */
    adminMessages: ReadonlyMap<string, string>;
    codeByStatus: ReadonlyMap<number, string>;
    accessWords: readonly string[];
    /** The known conversation id field by object, in lower case. */
    fieldByObject: ReadonlyMap<string, string>;
}

/**
 * Reads the tables out of `GoTalloErrorMessages` and the records of `GoTallo_Conversation_Field__mdt`.
 * @param language of the words, such as `de`
 * @throws Error when a table is not found or names a label that does not exist
 */
export function readApexTables(language = 'en_US'): ApexTables {
    const errorMessages = sourceOf('GoTalloErrorMessages');
    const labels = readCustomLabels(language);
    const adminMessages = wordsByCode(block(errorMessages, 'ADMIN_MESSAGES'), labels);
    const otherwise = labelNamed(/: System\.Label\.(\w+)/.exec(errorMessages)?.[1] ?? '', labels);
    const forAgents = wordsByCode(block(errorMessages, 'MESSAGES'), labels);
    const statuses = pairs(block(errorMessages, 'CODE_BY_STATUS'), /(\d{3})\s*=>\s*'([\w-]+)'/g);
    const words = block(errorMessages, 'ACCESS_WORDS').matchAll(/'([^']+)'/g);
    return {
        messages: new Map([...[...adminMessages.keys()].map((code) => [code, otherwise] as const), ...forAgents]),
        adminMessages,
        codeByStatus: new Map(statuses.map(([status, code]) => [Number(status), code])),
        accessWords: [...words].map(([, word = '']) => word),
        fieldByObject: readKnownFields()
    };
}

function wordsByCode(table: string, labels: ReadonlyMap<string, string>): Map<string, string> {
    const labelByCode = pairs(table, /'([\w-]+)'\s*=>\s*System\.Label\.(\w+)/g);
    return new Map(labelByCode.map(([code, name]) => [code, labelNamed(name, labels)]));
}

function sourceOf(className: string): string {
    return readFileSync(`${FORCE_APP}classes/${className}.cls`, 'utf8');
}

function block(source: string, constant: string): string {
    const found = new RegExp(`\\b${constant} = new [^{]+\\{([^}]+)\\}`).exec(source)?.[1];
    if (!found) throw new Error(`The Apex classes have no table ${constant}.`);
    return found;
}

function pairs(text: string, pattern: RegExp): [string, string][] {
    return [...text.matchAll(pattern)].map(([, key = '', value = '']) => [key, value]);
}

function labelNamed(name: string, labels: ReadonlyMap<string, string>): string {
    const text = labels.get(name);
    if (text === undefined) throw new Error(`There is no custom label ${name}.`);
    return text;
}
