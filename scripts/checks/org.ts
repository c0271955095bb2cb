import path from 'node:path';
import { auraMethods, withoutComments } from './apex-source.ts';
import type { AuraMethod } from './apex-source.ts';
import { childrenNamed, parseMetadata, textOf } from './metadata-element.ts';
import type { MetadataElement } from './metadata-element.ts';
import { nameWithout, readSourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** A metadata file, parsed. */
export interface MetadataFile {
    path: string;
    name: string;
    root: MetadataElement;
}

/** An Apex class. */
export interface ApexClass {
    path: string;
    name: string;
    /** Without comments. */
    code: string;
    auraMethods: AuraMethod[];
}

/** A custom label. */
export interface Label {
    name: string;
    element: MetadataElement;
}

/** What the source of the org defines, by name. */
export interface Org {
    root: string;
    classes: Map<string, ApexClass>;
    customPermissions: Set<string>;
    externalClientApps: Set<string>;
    externalCredentials: MetadataFile[];
    labels: Label[];
    labelsFile: string;
    namedCredentials: MetadataFile[];
    permissionSets: MetadataFile[];
    /** Settings and policies of external client apps. */
    clientAppParts: MetadataFile[];
    /** TypeScript of the components, tests left out. */
    components: SourceFile[];
}

/**
 * Reads the source of the org once for all reference checks.
 * @throws MalformedXml when a metadata file cannot be read; the metadata check tells where
 */
export async function readOrg(root: string): Promise<Org> {
    const files = await readSourceFiles(root);
    const named = (suffix: string) => metadataFiles(files, suffix);
    const names = (suffix: string) => new Set(named(suffix).map((file) => file.name));
    const [labelsFile] = named('.labels-meta.xml');
    return {
        root,
        classes: classesIn(files),
        customPermissions: names('.customPermission-meta.xml'),
        externalClientApps: names('.eca-meta.xml'),
        externalCredentials: named('.externalCredential-meta.xml'),
        labels: labelsIn(labelsFile),
        labelsFile: labelsFile?.path ?? '',
        namedCredentials: named('.namedCredential-meta.xml'),
        permissionSets: named('.permissionset-meta.xml'),
        clientAppParts: ['.ecaGlblOauth', '.ecaOauth', '.ecaOauthPlcy', '.ecaPlcy'].flatMap((suffix) =>
            named(`${suffix}-meta.xml`)
        ),
        components: files.filter((file) => isComponentCode(file.path))
    };
}

function metadataFiles(files: SourceFile[], suffix: string): MetadataFile[] {
    return files.flatMap((file) => {
        const name = nameWithout(suffix, file);
        return name === null ? [] : [{ path: file.path, name, root: parseMetadata(file.text) }];
    });
}

function classesIn(files: SourceFile[]): Map<string, ApexClass> {
    return new Map(
        files.flatMap((file) => {
            const name = nameWithout('.cls', file);
            if (name === null) return [];
            const code = withoutComments(file.text);
            return [[name, { path: file.path, name, code, auraMethods: auraMethods(code) }] as const];
        })
    );
}

function labelsIn(file: MetadataFile | undefined): Label[] {
    const labels = file === undefined ? [] : childrenNamed(file.root, 'labels');
    return labels.map((element) => ({ name: textOf(element, 'fullName') ?? '', element }));
}

function isComponentCode(file: string): boolean {
    return /\/lwc\/.*\.ts$/.test(file) && !file.split(path.posix.sep).includes('__tests__');
}
