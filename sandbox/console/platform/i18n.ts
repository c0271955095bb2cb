import { datePattern, timePattern } from './date-patterns.ts';
import { session } from './session.ts';

const { language, locale, dir } = session.locale;
const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };

/** As `@salesforce/i18n/…`: what is the user's own. What is not here is English. */
export const i18n: Readonly<Record<string, unknown>> = {
    lang: language.replace('_', '-'),
    locale,
    dir,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // Sunday is 1 there and 7 in Intl.
    firstDayOfWeek: ((info.getWeekInfo?.().firstDay ?? 7) % 7) + 1,
    'dateTime.shortDateFormat': datePattern(locale, 'short'),
    'dateTime.mediumDateFormat': datePattern(locale, 'medium'),
    'dateTime.longDateFormat': datePattern(locale, 'long'),
    'dateTime.shortTimeFormat': timePattern(locale, 'short'),
    'dateTime.mediumTimeFormat': timePattern(locale, 'medium'),
    'number.decimalSeparator': separator('decimal'),
    'number.groupingSeparator': separator('group')
};

function separator(type: 'decimal' | 'group'): string {
    const parts = new Intl.NumberFormat(locale).formatToParts(123_456.7);
    return parts.find((part) => part.type === type)?.value ?? '';
}
