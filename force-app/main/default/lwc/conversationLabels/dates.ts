import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

/** ISO 8601, or milliseconds since 1970. */
export type Time = string | number;

const TIME_OF_DAY = { hour: 'numeric', minute: '2-digit' } as const;
const YEAR = { year: 'numeric' } as const;

/** Date and time as the user writes them, in the user's time zone, with the year where it is another one. */
export function exactTime(time: Time, now: number): string {
    return written(time, { month: 'short', day: 'numeric', ...TIME_OF_DAY, ...otherYear(time, now) }, locale);
}

/** The time of day as the user writes it, such as `3:00 PM`. */
export function timeOfDay(time: Time): string {
    return written(time, TIME_OF_DAY, locale);
}

/** The month in the language of the labels, with the year where it is another one, such as `March` or `March 2025`. */
export function monthOf(time: Time, now: number): string {
    return written(time, { month: 'long', ...otherYear(time, now) });
}

/** Whether it is the day that the user has now. */
export function isToday(time: Time, now: number): boolean {
    return written(time, { dateStyle: 'short' }) === written(now, { dateStyle: 'short' });
}

export function toMs(time: Time): number {
    return typeof time === 'number' ? time : Date.parse(time);
}

function otherYear(time: Time, now: number): typeof YEAR | null {
    return written(time, YEAR) === written(now, YEAR) ? null : YEAR;
}

/** Nothing for what is no time: a card must not break over it. */
function written(time: Time, options: Intl.DateTimeFormatOptions, tongue = language): string {
    const at = toMs(time);
    return Number.isNaN(at) ? '' : new Intl.DateTimeFormat(tongue, { ...options, timeZone }).format(at);
}
