import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Secret } from './secret.ts';
import { allowed } from './setting-schemas.ts';

/** Where secrets are read from. */
export interface SecretSources {
    env: NodeJS.ProcessEnv;
    /** Reads a text file; throws as `fs.readFileSync` does. */
    readFile: (path: string) => string;
    /** Relative paths of secret files start beside it. */
    tenantsFile: string;
}

/** What a secret of a certain use must be like, in place of the general rules, and how a fault says so. */
export interface SecretForm {
    form: RegExp;
    fault: string;
}

/** A shorter one is no secret, and taking it out of the log would take out half of the words. */
const MIN_LENGTH = 8;

const SOURCE_RULE = allowed('{ "env": NAME } or { "file": PATH }, exactly one of them, and never the secret itself');

/**
 * A secret given by its source. The faults name neither variable nor file,
 * because a secret typed into the wrong place would be printed with them.
 */
export function secretSchema(sources: SecretSources, ofUse?: SecretForm): z.ZodType<Secret> {
    const env = z.strictObject({ env: z.string().min(1) }).transform(({ env }) => sources.env[env] ?? null);
    const file = z.strictObject({ file: z.string().min(1) }).transform(({ file }) => readSecret(sources, file));
    return z.union([env, file], SOURCE_RULE).transform((text, context) => {
        const fault = faultOf(text, ofUse);
        if (fault === null) return new Secret((text as string).trim());
        context.addIssue(fault);
        return z.NEVER;
    });
}

function readSecret({ readFile, tenantsFile }: SecretSources, path: string): string | null {
    try {
        return readFile(resolve(dirname(tenantsFile), path));
    } catch {
        return null;
    }
}

function faultOf(text: string | null, ofUse: SecretForm | undefined): string | null {
    if (text === null) return 'names a variable that is not set or a file that cannot be read';
    if (text.trim() === '') return 'names a variable or file that is empty';
    if (ofUse !== undefined) return ofUse.form.test(text.trim()) ? null : ofUse.fault;
    if (text.trim().length < MIN_LENGTH) return `names a secret of fewer than ${MIN_LENGTH} characters`;
    return /^[\x21-\x7e]+$/.test(text.trim()) ? null : 'holds spaces, line breaks or non-ASCII characters';
}
