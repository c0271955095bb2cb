import { shiftDate } from '../clock/shift-date.ts';
import { readCustomLabels } from '../org/custom-labels.ts';
import type { PageSession } from './page-data.ts';

/**
 * The page's HTML document.
 * @param session who looks at it, and how
 * @param timeAhead by how many milliseconds time in the sandbox is ahead
 */
export function documentFor(session: PageSession, timeAhead: number): string {
    const { language, dir } = session.locale;
    const labels = Object.fromEntries(readCustomLabels(language));
    const styles = dir === 'rtl' ? 'right-to-left' : 'salesforce-lightning-design-system.min';
    return `<!doctype html>
<html lang="${language.replace('_', '-')}" dir="${dir}">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Service Console | GoTallo sandbox</title>
        <script>
            window.setTimeAhead = (${shiftDate.toString()})(window);
            window.setTimeAhead(${timeAhead});
        </script>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/slds/styles/${styles}.css" />
        <link rel="stylesheet" href="/console.css" />
    </head>
    <body>
        ${json('session', session)}
        ${json('labels', labels)}
        <script type="module" src="/console/main.js"></script>
    </body>
</html>
`;
}

function json(id: string, value: object): string {
    return `<script id="${id}" type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}
