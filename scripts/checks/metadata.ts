import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MalformedXml, parseMetadata, textOf } from './metadata-element.ts';
import type { MetadataElement } from './metadata-element.ts';
import { METADATA_FOLDERS } from './metadata-folders.ts';
import { MetadataSchema } from './metadata-schema.ts';
import type { ElementType, Member } from './metadata-schema.ts';
import type { Problem } from './problem.ts';
import { deployedFolderOf, readSourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** Holds mark-up of its own (design properties), which the Metadata API describes as text only. */
const FREE_MARK_UP = new Set(['LightningComponentBundle/targetConfigs']);

/**
 * Compares every metadata file with the types of the Metadata API: place and suffix, names, values, what is required,
 * what may be repeated; and the API version with the project's.
 */
export async function checkMetadata(root: string): Promise<Problem[]> {
    const schema = new MetadataSchema();
    const project = JSON.parse(await readFile(path.join(root, 'sfdx-project.json'), 'utf8')) as {
        sourceApiVersion: string;
    };
    const files = (await readSourceFiles(root)).filter((file) => file.path.endsWith('.xml'));
    return files.flatMap((file) =>
        faultsOf(file, schema, project.sourceApiVersion).map((fault) => ({ file: file.path, ...fault }))
    );
}

type Fault = Omit<Problem, 'file'>;

function faultsOf(file: SourceFile, schema: MetadataSchema, apiVersion: string): Fault[] {
    const folderName = file.path.slice(deployedFolderOf(file.path).length + 1).split('/')[0] ?? '';
    const kinds = METADATA_FOLDERS[folderName];
    if (kinds === undefined) return [{ message: `"${folderName}" is not a folder of this project's metadata` }];
    const kind = kinds.find(({ suffix }) => file.path.endsWith(suffix));
    if (kind === undefined) {
        return [{ message: `the name must end with ${kinds.map(({ suffix }) => suffix).join(' or ')}` }];
    }
    let element: MetadataElement;
    try {
        element = parseMetadata(file.text);
    } catch (error) {
        if (error instanceof MalformedXml) return [{ line: error.line, message: error.message }];
        throw error;
    }
    if (element.name !== kind.typeName) return [{ message: `<${element.name}> must be <${kind.typeName}>` }];
    const type = schema.typeNamed(element.name);
    if (type === null) return [{ message: `the Metadata API has no type "${element.name}"` }];
    return [
        ...elementFaults(element, element.name, type).map((message) => ({ message })),
        ...apiVersionFaults(element, apiVersion)
    ];
}

function apiVersionFaults(element: MetadataElement, expected: string): Fault[] {
    const actual = textOf(element, 'apiVersion');
    if (actual === null || actual === expected) return [];
    return [{ message: `apiVersion is ${actual}; the project's is ${expected}` }];
}

function elementFaults(element: MetadataElement, where: string, type: ElementType): string[] {
    if (FREE_MARK_UP.has(where)) return [];
    switch (type.kind) {
        case 'members':
            return [...memberFaults(element, where, type.members), ...countFaults(element, where, type.members)];
        case 'values':
            if (type.values.includes(element.text)) return [];
            return [`${where}: "${element.text}" is not one of ${type.values.join(', ')}`];
        case 'boolean':
            return /^(?:true|false)$/.test(element.text) ? [] : [`${where}: "${element.text}" is not a boolean`];
        case 'number':
            return /^-?\d+(?:\.\d+)?$/.test(element.text) ? [] : [`${where}: "${element.text}" is not a number`];
        case 'text':
            return element.children.length === 0 ? [] : [`${where}: must be text`];
    }
}

function memberFaults(element: MetadataElement, where: string, members: Map<string, Member>): string[] {
    const stray = element.text.trim() === '' ? [] : [`${where}: text "${element.text.trim()}" between elements`];
    const inside = element.children.flatMap((child) => {
        const member = members.get(child.name);
        if (member === undefined) return [`${where}: unknown element <${child.name}>`];
        return elementFaults(child, `${where}/${child.name}`, member.type);
    });
    return [...stray, ...inside];
}

function countFaults(element: MetadataElement, where: string, members: Map<string, Member>): string[] {
    return [...members].flatMap(([name, member]) => {
        const count = element.children.filter((child) => child.name === name).length;
        if (count === 0 && member.required) return [`${where}: <${name}> is missing`];
        if (count > 1 && !member.repeatable) return [`${where}: <${name}> occurs ${count} times`];
        return [];
    });
}
