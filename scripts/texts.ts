import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCustomLabels } from '../sandbox/org/custom-labels.ts';
import { inWords, lengthOf, textsOfCard, textsOfErrors, type Text } from './texts/texts.ts';

/**
 * Prints every text that agents can meet on the card, the longest first, with the number of its words: errors as they are
 * put together, by their code and by what was tried, and then the labels. `--language de` prints another language, and
 * `--admins` what only admins read.
 */
const { values } = parseArgs({
    options: { language: { type: 'string', default: 'en_US' }, admins: { type: 'boolean', default: false } }
});
const root = path.dirname(import.meta.dirname);
const words = readCustomLabels(values.language);

print('Errors', await textsOfErrors(root));
print('Labels', textsOfCard(root));

function print(title: string, texts: readonly Text[]): void {
    const rows = texts
        .filter(({ isForAdmins }) => isForAdmins === values.admins)
        .map((text) => ({ name: text.name, text: inWords(text, words) }))
        .map((row) => ({ ...row, length: lengthOf(row.text, values.language) }))
        .toSorted((one, other) => other.length - one.length || one.name.localeCompare(other.name));
    const widest = Math.max(...rows.map(({ name }) => name.length));
    console.log(`\n${title}: ${rows.length}, the longest of ${rows[0]?.length ?? 0}\n`);
    for (const { name, text, length } of rows)
        console.log(`${String(length).padStart(3)}  ${name.padEnd(widest)}  ${text}`);
}
