import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LABELS_FILE } from '../org/custom-labels.ts';
import { FORCE_APP, REPOSITORY } from '../paths.ts';

/** The project's own components: source only, as the `.js` beside it may be stale. */
export const LWC_FOLDER = `${FORCE_APP}lwc`;

/** The console page's source. */
export const CONSOLE_FOLDER = `${REPOSITORY}sandbox/console`;

/** The design system's styles, icons and images. */
export const SLDS = `${dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json'))}/assets`;

const SOURCES = [CONSOLE_FOLDER, LWC_FOLDER, `${REPOSITORY}sandbox/bundle`];

/** A hash over everything the bundle is made of. */
export function hashOfInputs(): string {
    const files = [LABELS_FILE, `${REPOSITORY}package-lock.json`, ...SOURCES.flatMap(sourceFiles)];
    const hash = createHash('sha256');
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
    return hash.digest('hex').slice(0, 16);
}

/** The files that a bundle is made of. */
export function sourceFiles(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|html|css)$/.test(name) && !name.includes('__tests__'))
        .sort()
        .map((name) => join(folder, name));
}
