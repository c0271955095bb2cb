import language from '@salesforce/i18n/lang';
import labelAside from '@salesforce/label/c.GoTallo_Time_aside';
import labelJustNow from '@salesforce/label/c.GoTallo_Time_justNow';
import { exactTime, toMs } from './dates';
import type { Time } from './dates';
import { format } from './format';

const MINUTE_MS = 60_000;
/** Below how many seconds each unit is said, and how many of them it is. */
const UNITS = [
    [60, 'second', 1],
    [3_600, 'minute', 60],
    [86_400, 'hour', 3_600],
    [Infinity, 'day', 86_400]
] as const;

/** A moment in words that follow the clock, and exactly: `2 minutes ago (Nov 22, 8:08 PM)` */
export function momentOf(time: Time, now: number): string {
    return format(labelAside, ago(time, now), exactTime(time, now));
}

/** The end of something, and how long it is until then: `Nov 22, 9:08 PM (in 1 hour)` */
export function endOf(time: Time, now: number): string {
    return format(labelAside, exactTime(time, now), ahead(time, now));
}

/** How long ago, such as `2 minutes ago` or `just now`. A clock that differs a little puts nothing into the future. */
export function ago(time: Time, now: number): string {
    const minutes = Math.min(0, Math.trunc((toMs(time) - now) / MINUTE_MS));
    return minutes === 0 ? labelJustNow : inSeconds(minutes * 60);
}

/** How long until then, such as `in 59 minutes` or `in 2 hours`. `now` when nothing is left. */
export function ahead(time: Time, now: number): string {
    return inSeconds(Math.max(0, Math.ceil((toMs(time) - now) / MINUTE_MS)) * 60);
}

/** So many seconds from now, in the largest unit of which there is one: `in 12 seconds`, `in 2 hours`, `3 days ago`. */
export function inSeconds(seconds: number): string {
    const [, unit, length] = UNITS.find(([limit, , each]) => Math.abs(Math.round(seconds / each) * each) < limit) ?? [];
    if (!unit) {
        return '';
    }
    // Words such as "yesterday" would be wrong where a day is counted in hours; "now" is not.
    const numeric = seconds === 0 ? 'auto' : 'always';
    return new Intl.RelativeTimeFormat(language, { numeric }).format(Math.round(seconds / length), unit);
}
