import { textOf } from '../metadata-element.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { platformImports } from './platform-imports.ts';

const APEX_LABEL = /\bLabel\.(?:c\.)?(\w+)/gi;

/** Limits of the platform, in characters. */
const LIMITS = { value: 1000, shortDescription: 80 } as const;

/** The labels used by components and Apex exist, every label is used, is defined once and fits the platform's limits. */
export function checkLabels(org: Org): Problem[] {
    const uses = [...usesInComponents(org), ...usesInApex(org)];
    const used = new Set(uses.map(({ name }) => name.toLowerCase()));
    const defined = new Set(org.labels.map(({ name }) => name.toLowerCase()));
    const missing = uses
        .filter(({ name }) => !defined.has(name.toLowerCase()))
        .map(({ name, ...place }) => ({ ...place, message: `no label ${name}` }));
    const unused = org.labels
        .filter(({ name }) => !used.has(name.toLowerCase()))
        .map(({ name }) => ({ file: org.labelsFile, message: `${name} is used nowhere` }));
    return [...missing, ...unused, ...contentProblems(org)];
}

interface LabelUse {
    name: string;
    file: string;
    line?: number;
}

function usesInComponents(org: Org): LabelUse[] {
    return org.components
        .flatMap(platformImports)
        .filter(({ kind }) => kind === 'label')
        .map(({ name, file, line }) => ({ name: name.replace(/^c\./, ''), file, line }));
}

function usesInApex(org: Org): LabelUse[] {
    return [...org.classes.values()].flatMap(({ code, path }) =>
        [...code.matchAll(APEX_LABEL)].map((match) => ({
            name: match[1] ?? '',
            file: path,
            line: code.slice(0, match.index).split('\n').length
        }))
    );
}

function contentProblems(org: Org): Problem[] {
    return org.labels.flatMap(({ name, element: label }, index) => {
        const messages: string[] = [];
        if (org.labels.findIndex((other) => other.name === name) !== index) messages.push('is defined twice');
        const value = textOf(label, 'value') ?? '';
        if (!/^GoTallo_[A-Z]\w*_\w+$/.test(name)) messages.push('the name must be GoTallo_<Area>_<meaning>');
        if (value !== value.trim() || value === '') messages.push('white space around the value, or none, would show');
        for (const [element, most] of Object.entries(LIMITS)) {
            const length = textOf(label, element)?.length ?? 0;
            if (length > most) messages.push(`${element} has ${length} characters, more than ${most}`);
        }
        return messages.map((message) => ({ file: org.labelsFile, message: `${name}: ${message}` }));
    });
}
