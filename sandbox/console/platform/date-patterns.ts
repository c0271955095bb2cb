type Style = 'short' | 'medium' | 'long';

/** A day, a month and an hour of one digit, which show whether a locale writes two. */
const SAMPLE = new Date(2024, 1, 3, 4, 5, 6);

/** A locale's pattern of dates such as `dd.MM.yyyy`, by which base components write dates and read what is typed. */
export function datePattern(locale: string, style: Style): string {
    // Four digits of the year, which `dateStyle: 'short'` does not promise.
    const numbers = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    return pattern(locale, style === 'short' ? numbers : { dateStyle: style }, style === 'long' ? 'MMMM' : 'MMM');
}

export function timePattern(locale: string, style: 'short' | 'medium'): string {
    return pattern(locale, { timeStyle: style }, '');
}

function pattern(locale: string, options: Intl.DateTimeFormatOptions, monthName: string): string {
    const format = new Intl.DateTimeFormat(locale, options);
    const isBy12 = format.resolvedOptions().hour12 === true;
    const symbols: Partial<Record<Intl.DateTimeFormatPartTypes, (value: string) => string>> = {
        day: (value) => 'd'.repeat(value.length),
        month: (value) => (/^\d+$/.test(value) ? 'M'.repeat(value.length) : monthName),
        year: () => 'yyyy',
        hour: (value) => (isBy12 ? 'h' : 'H').repeat(value.length),
        minute: () => 'mm',
        second: () => 'ss',
        dayPeriod: () => 'a',
        literal: (value) => value.replace(/\p{L}+/gu, "'$&'").replace('\u202f', ' ')
    };
    return format
        .formatToParts(SAMPLE)
        .map(({ type, value }) => symbols[type]?.(value) ?? '')
        .join('');
}
