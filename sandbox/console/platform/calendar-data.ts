/** Names of months or days by width. */
type Names = Record<string, Record<string, string>>;

/** The part of the platform's calendar data that is words of a language. */
interface Calendar {
    months: { format: Names; 'stand-alone': Names };
    days: { format: Names; 'stand-alone': Names };
    dayPeriods: { format: Names };
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WIDTHS = [
    ['wide', 'long'],
    ['abbreviated', 'short'],
    ['narrow', 'narrow'],
    ['short', 'short']
] as const;

/** English calendar data with the names of months, days and halves of the day in another locale. */
export function calendarDataIn<T extends { gregorian: Calendar }>(english: T, locale: string): T {
    const { gregorian } = english;
    const months = { format: monthNames(locale), 'stand-alone': monthNames(locale) };
    const days = { format: dayNames(locale), 'stand-alone': dayNames(locale) };
    return { ...english, gregorian: { ...gregorian, months, days, dayPeriods: dayPeriods(gregorian, locale) } };
}

function monthNames(locale: string): Names {
    return byWidth((month) => {
        const format = new Intl.DateTimeFormat(locale, { month });
        const names = Array.from({ length: 12 }, (_, index) => [index + 1, format.format(new Date(2024, index, 1))]);
        return Object.fromEntries(names) as Record<string, string>;
    });
}

/** The first of September 2024 was a Sunday. */
function dayNames(locale: string): Names {
    return byWidth((weekday) => {
        const format = new Intl.DateTimeFormat(locale, { weekday });
        const names = DAYS.map((day, index) => [day, format.format(new Date(2024, 8, index + 1))]);
        return Object.fromEntries(names) as Record<string, string>;
    });
}

function dayPeriods({ dayPeriods }: Calendar, locale: string): Calendar['dayPeriods'] {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true });
    const nameAt = (hour: number) =>
        format.formatToParts(new Date(2024, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value ?? '';
    const halves = { am: nameAt(9), pm: nameAt(15) };
    const widths = Object.entries(dayPeriods.format).map(([width, names]) => [width, { ...names, ...halves }]);
    return { ...dayPeriods, format: Object.fromEntries(widths) as Names };
}

function byWidth(names: (width: 'long' | 'short' | 'narrow') => Record<string, string>): Names {
    return Object.fromEntries(WIDTHS.map(([name, width]) => [name, names(width)]));
}
