import { z } from 'zod';

/** The message of a schema: what is wrong in two words, and what is allowed; never the value itself. */
export function allowed(what: string): { error: (issue: { input?: unknown }) => string } {
    return { error: ({ input }) => `is ${input === undefined ? 'missing' : 'not valid'}; allowed: ${what}` };
}

/** An object that knows all its members: another one is most likely a typing mistake. */
export function membersOf<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
    const names = Object.keys(shape).join(', ');
    return z.strictObject(shape, {
        error: (issue) =>
            issue.code === 'unrecognized_keys'
                ? `is not a setting; allowed: ${names}`
                : allowed(`an object with ${names}`).error(issue)
    });
}

/** Text that matches a pattern. */
export function pattern(expression: RegExp, what: string): z.ZodString {
    return z.string(allowed(what)).regex(expression, allowed(what));
}

/** A whole number in a range, written in an environment variable. */
export function wholeNumber(least: number, most: number, fallback: number): z.ZodType<number, string | undefined> {
    const rule = allowed(`a whole number from ${least} to ${most}`);
    return z
        .string()
        .regex(/^\d{1,9}$/, rule)
        .default(String(fallback))
        .transform(Number)
        .pipe(z.number().min(least, rule).max(most, rule));
}
