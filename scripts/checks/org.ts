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
interface ApexClass {
    path: string;
    name: string;
    /** Without comments. */
    code: string;
    auraMethods: AuraMethod[];
}

/** A component bundle, by its `js-meta.xml`. */
interface Bundle extends MetadataFile {
    /** With the attributes that `root` leaves out. */
    text: string;
}

/** A custom label. */
export interface Label {
    name: string;
    element: MetadataElement;
}

/** What the source of the org defines, by name. */
export interface Org {
    root: string;
    /** Everything below is read from them. */
    files: readonly SourceFile[];
    classes: Map<string, ApexClass>;
    /** By name. */
    bundles: Map<string, Bundle>;
    /** Records of custom metadata types; named `Type.Record`. */
    customMetadata: MetadataFile[];
    customPermissions: Set<string>;
    externalClientApps: Set<string>;
    externalCredentials: MetadataFile[];
    labels: Label[];
    labelsFile: string;
    messageChannels: Set<string>;
    /** Our own objects, events and custom metadata types, with their fields. */
    objects: Map<string, ReadonlySet<string>>;
    namedCredentials: MetadataFile[];
    permissionSets: MetadataFile[];
    /** One for each persona. */
    permissionSetGroups: MetadataFile[];
    /** Named `Object.Action`. */
    quickActions: MetadataFile[];
    /** Custom tabs. */
    tabs: MetadataFile[];
    /** Translations of labels, named by language. */
    translations: MetadataFile[];
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
    return orgOf(root, await readSourceFiles(root));
}

/**
 * What some of the files define.
 * @throws MalformedXml
 */
export function orgOf(root: string, files: SourceFile[]): Org {
    const named = (suffix: string) => metadataFiles(files, suffix);
    const names = (suffix: string) => new Set(named(suffix).map((file) => file.name));
    const [labelsFile] = named('.labels-meta.xml');
    return {
        root,
        files,
        bundles: bundlesIn(files),
        classes: classesIn(files),
        customMetadata: named('.md-meta.xml'),
        customPermissions: names('.customPermission-meta.xml'),
        externalClientApps: names('.eca-meta.xml'),
        externalCredentials: named('.externalCredential-meta.xml'),
        labels: labelsIn(labelsFile),
        labelsFile: labelsFile?.path ?? '',
        messageChannels: names('.messageChannel-meta.xml'),
        objects: objectsIn(files),
        namedCredentials: named('.namedCredential-meta.xml'),
        permissionSets: named('.permissionset-meta.xml'),
        permissionSetGroups: named('.permissionsetgroup-meta.xml'),
        quickActions: named('.quickAction-meta.xml'),
        tabs: named('.tab-meta.xml'),
        translations: named('.translation-meta.xml'),
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

function bundlesIn(files: SourceFile[]): Map<string, Bundle> {
    return new Map(
        files.flatMap(({ path: file, text }) => {
            const name = nameWithout('.js-meta.xml', { path: file, text });
            return name === null ? [] : [[name, { path: file, name, text, root: parseMetadata(text) }] as const];
        })
    );
}

function objectsIn(files: SourceFile[]): Map<string, ReadonlySet<string>> {
    const folder = ({ path: file }: SourceFile) => /\/objects\/([^/]+)\//.exec(file)?.[1];
    return new Map(
        files.flatMap((file) => {
            const name = nameWithout('.object-meta.xml', file);
            if (name === null) return [];
            const fields = files
                .filter((other) => folder(other) === name)
                .map((other) => nameWithout('.field-meta.xml', other))
                .filter((field) => field !== null);
            return [[name, new Set(fields)] as const];
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
