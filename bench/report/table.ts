/** Rows as a Markdown table, the first column to the left and all others to the right. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
    const widths = columns.map((column, index) =>
        Math.max(3, column.length, ...rows.map((row) => row[index]?.length ?? 0))
    );
    const line = (cells: readonly string[]): string =>
        `| ${widths.map((width, index) => pad(cells[index] ?? '', width, index)).join(' | ')} |`;
    const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
    return [line(columns), line(rule), ...rows.map(line)].join('\n');
}

/** Prints a table under a heading. */
export function printTable(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
    console.log(`\n## ${title}\n\n${markdownTable(columns, rows)}`);
}

function pad(text: string, width: number, index: number): string {
    return index === 0 ? text.padEnd(width) : text.padStart(width);
}

/** A number with so many decimals; a dash for what could not be measured. */
export function fixed(value: number | null, decimals = 0): string {
    return value === null || !Number.isFinite(value) ? '–' : value.toFixed(decimals);
}
