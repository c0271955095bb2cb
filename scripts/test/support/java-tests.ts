import { hasJava, javaMissing } from '../../checks/java.ts';

/**
 * Options for tests of a check that needs Java.
 * @returns `skip` with the line that `npm run check` prints in the same case; false where there is Java
 */
export async function needsJava(check: string): Promise<{ skip: string | false }> {
    return { skip: (await hasJava()) ? false : javaMissing(check) };
}
