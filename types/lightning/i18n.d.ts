/** What the platform knows of the user's language, customs and place; no package declares these modules. */

/** How the user's language is written. */
declare module '@salesforce/i18n/dir' {
    const dir: 'ltr' | 'rtl';
    export default dir;
}

/** The language of the labels, as a BCP 47 tag. */
declare module '@salesforce/i18n/lang' {
    const lang: string;
    export default lang;
}

/** How the user writes dates and numbers, as a BCP 47 tag. */
declare module '@salesforce/i18n/locale' {
    const locale: string;
    export default locale;
}

/** An IANA name, such as `Europe/Amsterdam`. */
declare module '@salesforce/i18n/timeZone' {
    const timeZone: string;
    export default timeZone;
}
