import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

/** The time of day as the user writes it, such as `3:00 PM`. Nothing for what is no time. */
export function timeOfDay(time: string): string {
    return written(Date.parse(time), { hour: 'numeric', minute: '2-digit' }, locale);
}

/** The month in the language of the labels, with the year where it is another one, such as `March` or `March 2025`. */
export function monthOf(time: string, now: number): string {
    const at = Date.parse(time);
    const year = written(at, { year: 'numeric' });
    return written(
        at,
        year === written(now, { year: 'numeric' }) ? { month: 'long' } : { month: 'long', year: 'numeric' }
    );
}

/** Whether it is the day that the user has now. */
export function isToday(time: string, now: number): boolean {
    return written(Date.parse(time), { dateStyle: 'short' }) === written(now, { dateStyle: 'short' });
}

function written(at: number, options: Intl.DateTimeFormatOptions, tongue = language): string {
    return Number.isNaN(at) ? '' : new Intl.DateTimeFormat(tongue, { ...options, timeZone }).format(at);
}
