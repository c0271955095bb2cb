import type { DoctorRow, DoctorSection } from './doctor-row.ts';
import { problemsFirst } from '../lib/setup-check.ts';

const WIDTH = 9;

/** The report as a person reads it: problems first in each section. */
export function reportText(sections: readonly DoctorSection[]): string {
    return sections.map(sectionText).join('\n');
}

/** Whether the exit code says that something is wrong. */
export function hasError(sections: readonly DoctorSection[]): boolean {
    return sections.some(({ rows }) => rows.some(({ status }) => status === 'error'));
}

function sectionText({ tenant, rows }: DoctorSection): string {
    const title = tenant === null ? 'All tenants' : `Tenant ${tenant}`;
    return `${title}\n${problemsFirst(rows).map(rowText).join('')}`;
}

function rowText({ status, title, found, fix, letter }: DoctorRow): string {
    const lines = [
        `${status.padEnd(WIDTH)}${title}: ${found}`,
        ...(fix === null ? [] : [`${' '.repeat(WIDTH)}What to do: ${fix}`]),
        ...(letter === null
            ? []
            : letter
                  .trimEnd()
                  .split('\n')
                  .map((line) => `${' '.repeat(WIDTH)}| ${line}`))
    ];
    return lines.map((line) => `  ${line.trimEnd()}\n`).join('');
}
