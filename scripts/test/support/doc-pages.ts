import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A page of the documentation. */
export interface DocPage {
    /** Its path in the repository. */
    file: string;
    text: string;
}

/** Code in backticks that reads like a path. */
const PATH = /^[\w.-]+(?:\/[\w.-]+)+\/?$/;
/** What reads like a path and is none: media types, and modules of the platform. */
const NO_PATH = /^(?:application|lightning)\//;
/** Paths count from the root; those of the proxy's parts may also count from where they all are. */
const BASES = ['', 'proxy/src'];

export function readPage(root: string, file: string): DocPage {
    return { file, text: readFileSync(path.join(root, file), 'utf8') };
}

/** Paths of the repository that the page names in backticks, and that do not exist. */
export function missingPaths(root: string, { text }: DocPage): string[] {
    const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
    const paths = named.filter((code) => PATH.test(code) && !NO_PATH.test(code));
    return paths.filter((each) => !BASES.some((base) => existsSync(path.join(root, base, each))));
}

/** Links and pictures of the page that lead to nothing in the repository: no such file, or no such heading in it. */
export function brokenLinks(root: string, { file, text }: DocPage): string[] {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const inside = targets.filter((target) => !/^[a-z]+:/.test(target));
    return inside.filter((target) => {
        const [relative = '', anchor] = target.split('#');
        const linked = relative === '' ? file : path.join(path.dirname(file), relative);
        if (!existsSync(path.join(root, linked))) return true;
        return anchor !== undefined && !anchorsIn(readPage(root, linked)).includes(anchor);
    });
}

/** npm scripts that the page names and `package.json` has not. */
export function unknownScripts(root: string, { text }: DocPage): string[] {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    return named.filter((name) => !(name in scripts));
}

/** The anchors of the headings, as GitHub makes them. */
function anchorsIn({ text }: DocPage): string[] {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
    return headings.map((heading) =>
        heading
            .toLowerCase()
            .replaceAll(/[^\p{Letter}\p{Number}_ -]/gu, '')
            .replaceAll(' ', '-')
    );
}
