import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readApexLabelNames } from './apex-label-names.ts';
import { importComponent } from './import-component.ts';

type AfterTrying = (error: object, kind: string, note?: string) => { title: string; message: string };

/** What is put together on the screen of one or several labels. */
export interface Text {
    /** The label, or the code of an error and what was tried. */
    name: string;
    /** Full names of its labels, in their order. */
    labels: readonly string[];
    isForAdmins: boolean;
}

/** Whose words are read by nobody but admins. */
const FOR_ADMINS = /^GoTallo_(Admin|Builder|Set(up|ting))|_admin/;
const SETUP_PAGE = 'goTalloSetup';
/** What a card can ask for; see `tasks.ts` of its panel. */
const KINDS = ['load', 'block', 'change', 'unblock', 'state', 'undo', 'resolve', 'retryNativeBlock'];
const LABEL_IMPORT = /@salesforce\/label\/c\.(\w+)/g;

/** Every label that the card draws, each once, without those of the page that checks the set-up. */
export function textsOfCard(root: string): Text[] {
    const files = globSync('force-app/main/default/lwc/*/*.ts', { cwd: root });
    const names = files
        .filter((file) => path.basename(path.dirname(file)) !== SETUP_PAGE)
        .flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(LABEL_IMPORT)])
        .map(([, name = '']) => name);
    return [...new Set(names)].map((name) => ({ name, labels: [name], isForAdmins: FOR_ADMINS.test(name) }));
}

/** Every error as the card says it, by its code and by what was tried; the same words only once. */
export async function textsOfErrors(root: string): Promise<Text[]> {
    const { afterTrying } = await importComponent<{ afterTrying: AfterTrying }>('conversationErrors');
    const codes = readApexLabelNames(root);
    const texts = codes.flatMap(({ code, label, isForAdmins }) =>
        KINDS.map((kind) => {
            const note = kind === 'block' || kind === 'change' ? 'a note' : undefined;
            const { title, message } = afterTrying({ code, title: '', message: label, view: null }, kind, note);
            const labels = `${title} ${message}`.trim().split(' ');
            return { name: `${code}, ${kind}`, labels, isForAdmins };
        })
    );
    return texts.filter(
        (text, index) => texts.findIndex(({ labels }) => labels.join() === text.labels.join()) === index
    );
}

/** A text in a language. @param words the language's texts by the full name of their label */
export function inWords({ labels }: Text, words: ReadonlyMap<string, string>): string {
    return labels
        .map((label) => {
            const text = words.get(label);
            if (text === undefined) throw new Error(`There is no custom label ${label}.`);
            return text;
        })
        .join(' ');
}

/** How long a text is: in words, or in characters where words are not set apart. A placeholder is a word. */
export function lengthOf(text: string, language: string): number {
    return language === 'ja' ? text.length : text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
