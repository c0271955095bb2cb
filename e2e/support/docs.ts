import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A page of the documentation, by its path in the repository. */
export function pageOf(file: string): string {
    return readFileSync(path.join(ROOT, file), 'utf8');
}

/** What stands below a heading of a page, down to the next of its kind. */
export function sectionOf(file: string, heading: string): string {
    const section = pageOf(file).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0];
    if (section === undefined) throw new Error(`${file} has no heading "${heading}".`);
    return section;
}

/** The shell commands of a page or section, as they are printed, block by block. */
export function commandsIn(text: string): string[] {
    return [...text.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].map(([, indent = '', commands = '']) =>
        commands.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    );
}

/** The numbered steps of a section, each as one line. */
export function stepsIn(section: string): string[] {
    return section
        .split(/^(?=\d+\. )/m)
        .slice(1)
        .map((step) => (step.split(/\n\n(?! )/)[0] ?? '').replace(/^\d+\. /, '').replaceAll(/\s+/g, ' '));
}
