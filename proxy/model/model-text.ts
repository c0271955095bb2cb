import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder of the model. */
export const MODEL_FOLDER = import.meta.dirname;

/** The file that includes all others. */
export const MODEL = path.join(MODEL_FOLDER, 'protocol.pml');

/** The whole model, file after file, without comments. */
export function modelText(): string {
    const files = readdirSync(MODEL_FOLDER).filter((file) => file.endsWith('.pml'));
    const texts = files.map((file) => readFileSync(path.join(MODEL_FOLDER, file), 'utf8'));
    return texts.join('\n').replaceAll(/\/\*[^]*?\*\//g, ' ');
}

/** The words of an `mtype` of the model, in their order. */
export function wordsOf(text: string, mtype: string): string[] {
    const [, words = ''] = new RegExp(`mtype:${mtype} = \\{([^}]*)\\}`).exec(text) ?? [];
    return words.split(',').map((word) => word.trim());
}

/** The methods of the journal that are transactions of the model, with how often each is a step of it. */
export function journalSteps(text: string): Map<string, number> {
    const names = [...text.matchAll(/inline journal_(\w+)\(/g)].map(([, name = '']) => name);
    const usesOf = (name: string): number => text.split(`journal_${name}(`).length - 2;
    return new Map(names.map((name) => [name, usesOf(name)]));
}
