import type { InstallContext } from '../context.ts';

/** What a step finds when it looks. */
export type Look =
    /** Nothing to do; `words` says what is there. */
    | { kind: 'there'; words: string }
    /** `words` says what will be done. */
    | { kind: 'todo'; words: string };

/** One numbered step. It looks first, so that running it again does nothing twice. */
export interface Step {
    title: string;
    /**
     * Changes nothing.
     * @throws Trouble when doing it would fail
     */
    look(context: InstallContext): Promise<Look>;
    /** @returns what was done, in words */
    doIt(context: InstallContext): Promise<string>;
}

export function there(words: string): Look {
    return { kind: 'there', words };
}

export function todo(words: string): Look {
    return { kind: 'todo', words };
}
