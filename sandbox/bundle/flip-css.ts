import rtlcss from 'rtlcss';

/**
 * A style sheet for right-to-left. The platform flips left and right in properties and values when the user's language
 * is such a one (Aura guide, CSS for RTL Languages).
 */
export function flipCss(css: string): string {
    return rtlcss.process(css, {}, [], {
        // What is written for one direction stays.
        pre: (root) => root.walkRules(/\[dir=/, (rule) => void rule.before('/* rtl:ignore */'))
    });
}
