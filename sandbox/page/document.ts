import { AGENTS, type OrgUser } from '../org/users.ts';
import type { PageSession, PageUser } from './page-data.ts';

/** The page's HTML document for the user who looks at it. */
export function documentFor(user: OrgUser): string {
    const session: PageSession = { user: pageUser(user), users: AGENTS.map(pageUser) };
    return `<!doctype html>
<html lang="en" dir="ltr">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Service Console | GoTallo sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/slds/styles/salesforce-lightning-design-system.min.css" />
        <link rel="stylesheet" href="/console.css" />
    </head>
    <body>
        <script id="session" type="application/json">${scriptSafe(JSON.stringify(session))}</script>
        <script type="module" src="/console/main.js"></script>
    </body>
</html>
`;
}

function pageUser({ id, name, username, role }: OrgUser): PageUser {
    return { id, name, username, role };
}

function scriptSafe(json: string): string {
    return json.replaceAll('<', '\\u003c');
}
