import type { PageFiles } from '../bundle/page-files.ts';
import { shiftDate } from '../clock/shift-date.ts';
import { readCustomLabels } from '../org/custom-labels.ts';
import type { PageSession } from './page-data.ts';

/**
 * The page's HTML document.
 * @param session who looks at it, and how
 * @param files what the page loads
 * @param timeAhead by how many milliseconds time in the sandbox is ahead
 */
export function documentFor(session: PageSession, files: PageFiles, timeAhead: number): string {
    const { language, dir } = session.locale;
    const labels = Object.fromEntries(readCustomLabels(language));
    const [script = '', ...imported] = files.scripts;
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
        <link rel="stylesheet" href="/slds/styles/${files.styles[dir]}" />
        <link rel="stylesheet" href="/console.css" />
        ${imported.map((name) => `<link rel="modulepreload" href="/console/${name}" />`).join('')}
    </head>
    <body>
        ${json('session', session)}
        ${json('labels', labels)}
        <script type="module" src="/console/${script}"></script>
    </body>
</html>
`;
}

function json(id: string, value: object): string {
    return `<script id="${id}" type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}
