import { AGENTS, type OrgUser } from '../org/users.ts';
import { languageOf, LANGUAGES } from './languages.ts';
import type { PageSession, PageUser } from './page-data.ts';

const [FIRST] = AGENTS as readonly [OrgUser, ...OrgUser[]];

/**
 * Who looks at the page and how, from the parameters of its address: `user` (a first name), `lang`, `dir`,
 * `formFactor`, `pane`. What is not known is as usual: the first agent, English, a desktop.
 */
export function pageSession(query: Readonly<Record<string, unknown>>): PageSession {
    const user = AGENTS.find(({ username }) => username.startsWith(`${String(query['user'])}.`)) ?? FIRST;
    const { code, locale } = languageOf(query['lang']);
    return {
        user: pageUser(user),
        userPermissions: user.userPermissions,
        users: AGENTS.map(pageUser),
        locale: { language: code, locale, dir: query['dir'] === 'rtl' ? 'rtl' : 'ltr' },
        languages: LANGUAGES,
        formFactor: query['formFactor'] === 'Small' ? 'Small' : 'Large',
        isPane: query['pane'] !== undefined
    };
}

function pageUser({ id, name, username, role }: OrgUser): PageUser {
    return { id, name, username, role };
}
