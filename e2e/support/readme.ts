import { readFileSync } from 'node:fs';
import path from 'node:path';

const README = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');

/** What stands below a heading of the README, down to the next of its kind. */
export function sectionOf(heading: string): string {
    const section = README.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0];
    if (section === undefined) throw new Error(`README.md has no heading "${heading}".`);
    return section;
}

/** The shell commands of a section, as they are printed, block by block. */
export function commandsIn(section: string): string[] {
    return [...section.matchAll(/^( *)```sh\n(.*?)^ *```$/gms)].map(([, indent = '', commands = '']) =>
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
