import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from './problem.ts';
import { replacementValueFault } from './replacement-values.ts';
import { readSourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const PROJECT = 'sfdx-project.json';
const MARK = /REPLACE_[A-Z0-9_]+/g;

interface Replacement {
    filename?: string;
    stringToReplace?: string;
    replaceWithEnv?: string;
}

/**
 * Values that differ per org are visible marks in the metadata, filled in while deploying. Every mark has its entry in
 * `replacements` of sfdx-project.json, and every entry a mark.
 * @param environment  given when about to deploy: then every value must be set there and look like what it should be
 */
export async function checkReplacements(root: string, environment?: NodeJS.ProcessEnv): Promise<Problem[]> {
    const files = (await readSourceFiles(root)).filter((file) => /\.(?:xml|cls)$/.test(file.path));
    const project = JSON.parse(await readFile(path.join(root, PROJECT), 'utf8')) as { replacements?: Replacement[] };
    const replacements = project.replacements ?? [];
    return [
        ...files.flatMap((file) => unfilledMarks(file, replacements)),
        ...replacements.flatMap((replacement) => entryFaults(replacement, files)),
        ...(environment === undefined ? [] : valueFaults(replacements, environment))
    ];
}

function unfilledMarks(file: SourceFile, replacements: Replacement[]): Problem[] {
    return file.text.split('\n').flatMap((text, index) =>
        [...text.matchAll(MARK)]
            .filter(([mark]) => !replacements.some((entry) => fills(entry, file, mark)))
            .map(([mark]) => ({
                file: file.path,
                line: index + 1,
                message: `nothing in ${PROJECT} replaces ${mark}`
            }))
    );
}

function fills(entry: Replacement, file: SourceFile, mark: string): boolean {
    return entry.filename === file.path && entry.stringToReplace === mark && entry.replaceWithEnv !== undefined;
}

function entryFaults({ filename, stringToReplace, replaceWithEnv }: Replacement, files: SourceFile[]): Problem[] {
    const name = `replacement ${stringToReplace ?? '?'}`;
    if (filename === undefined || stringToReplace === undefined || replaceWithEnv === undefined) {
        return [{ file: PROJECT, message: `${name}: needs filename, stringToReplace and replaceWithEnv` }];
    }
    const marks = files.find((file) => file.path === filename)?.text.match(MARK) ?? ([] as string[]);
    if (!marks.includes(stringToReplace)) {
        return [{ file: PROJECT, message: `${name}: ${filename} does not hold it` }];
    }
    // Replacing is by text, so the shorter mark would also hit the longer one.
    const longer = marks.find((mark) => mark !== stringToReplace && mark.startsWith(stringToReplace));
    return longer === undefined ? [] : [{ file: PROJECT, message: `${name}: is the beginning of ${longer}` }];
}

function valueFaults(replacements: Replacement[], environment: NodeJS.ProcessEnv): Problem[] {
    const names = new Set(replacements.map((entry) => entry.replaceWithEnv).filter((name) => name !== undefined));
    return [...names].flatMap((name) => {
        const fault = replacementValueFault(name, environment[name]);
        return fault === null ? [] : [{ file: PROJECT, message: `environment variable ${name}: ${fault}` }];
    });
}
