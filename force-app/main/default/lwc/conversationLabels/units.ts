import language from '@salesforce/i18n/lang';

/** So much of a unit, such as `2 weeks` or `24s`, in the grammar of the user's language. */
export function inUnits(count: number, unit: string, unitDisplay: 'long' | 'narrow'): string {
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(count);
}
