import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

const MINUTE_MS = 60_000;
/** From how many minutes on hours say enough, and days. */
const HOURS_FROM = 90;
const DAYS_FROM = 36 * 60;

/** A moment as it is drawn: in words that follow the clock, and exactly, for those who ask. */
export interface Moment {
    relative: string;
    exact: string;
}

/** @param time ISO 8601 or milliseconds */
export function momentOf(time: string | number, now: number): Moment {
    return { relative: ago(time, now), exact: exactTime(time, now) };
}

/** How long ago, such as `2 minutes ago` or `now`. A clock that differs a little puts nothing into the future. */
export function ago(time: string | number, now: number): string {
    return relative(Math.min(0, Math.trunc((toMs(time) - now) / MINUTE_MS)));
}

/** How long until then, such as `in 59 minutes`; never less than is left. `now` when nothing is left. */
export function ahead(time: string | number, now: number): string {
    return relative(Math.max(0, Math.ceil((toMs(time) - now) / MINUTE_MS)));
}

/**
 * Date and time as the user writes them, in the user's time zone, with the year where it is another one. Nothing for what
 * is no time: a card must not break over it.
 */
export function exactTime(time: string | number, now: number): string {
    if (Number.isNaN(toMs(time))) {
        return '';
    }
    const options = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone } as const;
    const isOtherYear = yearOf(toMs(time)) !== yearOf(now);
    return new Intl.DateTimeFormat(locale, isOtherYear ? { ...options, year: 'numeric' } : options).format(toMs(time));
}

function relative(minutes: number): string {
    if (Number.isNaN(minutes)) {
        return '';
    }
    const size = Math.abs(minutes);
    const [count, unit] =
        size < HOURS_FROM
            ? ([minutes, 'minute'] as const)
            : size < DAYS_FROM
              ? ([Math.round(minutes / 60), 'hour'] as const)
              : ([Math.round(minutes / 1440), 'day'] as const);
    // Words such as "yesterday" would be wrong where a day is counted in hours; "now" is not.
    return minutes === 0
        ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')
        : new Intl.RelativeTimeFormat(language).format(count, unit);
}

function yearOf(time: number): string {
    return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(time);
}

function toMs(time: string | number): number {
    return typeof time === 'number' ? time : Date.parse(time);
}
