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

/** A number in a range, as an environment variable writes it. */
type NumberSetting = z.ZodType<number, string | undefined>;

/** A whole number in a range. */
export function wholeNumber(least: number, most: number, fallback: number): NumberSetting {
    return numberLike(/^\d{1,9}$/, `a whole number from ${least} to ${most}`, { least, most, fallback });
}

/** A number in a range, with up to three decimals. */
export function decimalNumber(least: number, most: number, fallback: number): NumberSetting {
    return numberLike(/^\d{1,9}(?:\.\d{1,3})?$/, `a number from ${least} to ${most}`, { least, most, fallback });
}

function numberLike(
    form: RegExp,
    what: string,
    range: { least: number; most: number; fallback: number }
): NumberSetting {
    const rule = allowed(what);
    return z
        .string()
        .regex(form, rule)
        .default(String(range.fallback))
        .transform(Number)
        .pipe(z.number().min(range.least, rule).max(range.most, rule));
}
