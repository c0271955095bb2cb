import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAside from '@salesforce/label/c.GoTallo_Time_aside';
import labelJustNow from '@salesforce/label/c.GoTallo_Time_justNow';
import { format } from './format';

const MINUTE_MS = 60_000;
/** Up to how many minutes each unit says enough, and how many of them it is. */
const UNITS = [
    [90, 'minute', 1],
    [36 * 60, 'hour', 60],
    [Infinity, 'day', 24 * 60]
] as const;

/** A moment in words that follow the clock, and exactly: `2 minutes ago (Nov 22, 8:08 PM)` */
export function momentOf(time: string | number, now: number): string {
    return format(labelAside, ago(time, now), exactTime(time, now));
}

/** The end of something, and how long it is until then: `Nov 22, 9:08 PM (in 60 minutes)` */
export function endOf(time: string | number, now: number): string {
    return format(labelAside, exactTime(time, now), ahead(time, now));
}

/** How long ago, such as `2 minutes ago` or `just now`. A clock that differs a little puts nothing into the future. */
export function ago(time: string | number, now: number): string {
    const minutes = Math.min(0, Math.trunc((toMs(time) - now) / MINUTE_MS));
    return minutes === 0 ? labelJustNow : relative(minutes);
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
    const at = toMs(time);
    if (Number.isNaN(at)) {
        return '';
    }
    const options = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone } as const;
    const isOtherYear = yearOf(at) !== yearOf(now);
    return new Intl.DateTimeFormat(locale, isOtherYear ? { ...options, year: 'numeric' } : options).format(at);
}

function relative(minutes: number): string {
    const [, unit, length] = UNITS.find(([limit]) => Math.abs(minutes) < limit) ?? [];
    if (!unit) {
        return '';
    }
    // Words such as "yesterday" would be wrong where a day is counted in hours; "now" is not.
    return minutes === 0
        ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')
        : new Intl.RelativeTimeFormat(language).format(Math.round(minutes / length), unit);
}

function yearOf(time: number): string {
    return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(time);
}

function toMs(time: string | number): number {
    return typeof time === 'number' ? time : Date.parse(time);
}
