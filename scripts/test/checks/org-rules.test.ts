import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checkOrgRules, ORG_RULES } from '../../checks/org-rules.ts';
import { formatProblem } from '../../checks/problem.ts';
import { assertFound, itFinds, PROJECT, ProjectCopy, type Mistake } from '../support/project-copy.ts';

const SOURCE = 'force-app/main/default';
const ORG_SETUP = 'org-setup/main/default';
const TEST_ORG = `${SOURCE}/classes/GoTalloTestOrg.cls`;
const CLIENT = `${SOURCE}/classes/GoTalloProxyClient.cls`;
const SEE = `${SOURCE}/permissionsets/GoTallo_See.permissionset-meta.xml`;
const BASE = `${ORG_SETUP}/permissionsets/GoTallo_Base.permissionset-meta.xml`;
const SCOPES = `${ORG_SETUP}/extlClntAppOauthSettings/GoTallo_Proxy_oauth.ecaOauth-meta.xml`;
const POLICY = `${ORG_SETUP}/extlClntAppOauthPolicies/GoTallo_Proxy_oauth_defaultPolicy.ecaOauthPlcy-meta.xml`;
const PROJECT_FILE = 'sfdx-project.json';

/** Mistakes by the rule that must find them. */
const MISTAKES: Record<string, Mistake[]> = {
    'api-versions': [
        {
            what: "a class of a newer API version than the project's",
            file: `${SOURCE}/classes/GoTalloJson.cls-meta.xml`,
            before: '<apiVersion>66.0<',
            after: '<apiVersion>67.0<',
            found: /GoTalloJson\.cls-meta\.xml: apiVersion 67 is newer than sourceApiVersion 66/
        }
    ],
    'comma-lists': [
        {
            what: 'a blank in a list of permission sets',
            file: POLICY,
            before: '<commaSeparatedPermissionSet>GoTallo_Base<',
            after: '<commaSeparatedPermissionSet>GoTallo_Base, GoTallo_See<',
            found: /ecaOauthPlcy-meta\.xml: commaSeparatedPermissionSet holds a blank/
        }
    ],
    'jwt-scopes': [
        {
            what: 'an app with a certificate and without the scope RefreshToken',
            file: SCOPES,
            before: 'Basic, Api, RefreshToken',
            after: 'Basic, Api',
            found: /ecaOauth-meta\.xml: the JWT Bearer flow needs the scope RefreshToken/
        }
    ],
    languages: [
        {
            what: 'translations in a project whose scratch orgs have English only',
            file: 'config/project-scratch-def.json',
            before: '"enableTranslationWorkbench": true',
            after: '"enableTranslationWorkbench": false',
            found: /project-scratch-def\.json: languageSettings\.enableTranslationWorkbench is not on.* nl_NL/
        }
    ],
    'localized-names': [
        {
            what: 'a profile that is found by its name, with its line',
            file: TEST_ORG,
            before: 'List<PermissionSet> sets = [',
            after: "Id profileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id;\nList<PermissionSet> sets = [",
            found: /GoTalloTestOrg\.cls:\d+: the name is another one in an org of another language/
        },
        {
            what: 'a profile that is found by its name over a relationship',
            file: TEST_ORG,
            before: "Profile.UserType = 'Standard'",
            after: "Profile.Name IN ('Standard User')",
            found: /GoTalloTestOrg\.cls:\d+: the name is another one/
        },
        {
            what: 'a record type that is found by its label',
            file: CLIENT,
            before: 'HttpResponse response;',
            after: "Schema.SObjectType.Account.getRecordTypeInfosByName().get('Customer'); HttpResponse response;",
            found: /GoTalloProxyClient\.cls:\d+: the name is another one/
        }
    ],
    'package-order': [
        {
            what: 'a value of one org in force-app',
            file: SEE,
            before: '<description>',
            after: '<description>REPLACE_NAME ',
            found: /GoTallo_See.*: holds what only one org has/
        }
    ],
    'restricted-values': [
        {
            what: 'a user in the time zone UTC, with its line',
            file: TEST_ORG,
            before: "TimeZoneSidKey = 'GMT'",
            after: "TimeZoneSidKey = 'UTC'",
            found: /GoTalloTestOrg\.cls:\d+: User\.TimeZoneSidKey "UTC" is not known as one of GMT/
        },
        {
            what: 'a user with a language that no org has',
            file: TEST_ORG,
            before: "LanguageLocaleKey = 'en_US'",
            after: "languageLocaleKey = 'en'",
            found: /User\.LanguageLocaleKey "en" is not known/
        }
    ],
    'token-rights': [
        {
            what: 'people who may use the credential and not remove their own token',
            file: BASE,
            before: '<allowDelete>true<',
            after: '<allowDelete>false<',
            found: /GoTallo_Base.*: grants a principal, and not allowDelete on UserExternalCredential/
        }
    ]
};

/** Files that are right elsewhere, or under another name. */
const MOVED: Record<string, [what: string, before: string, after: string, found: RegExp][]> = {
    'package-order': [
        [
            'a permission set in force-app that grants the credential of org-setup',
            BASE,
            `${SOURCE}/permissionsets/GoTallo_Base.permissionset-meta.xml`,
            /GoTallo_Base.*: no external credential principal GoTallo_Proxy-Agent when only force-app/
        ]
    ],
    'policy-names': [
        [
            'an OAuth policy under another name',
            POLICY,
            `${ORG_SETUP}/extlClntAppOauthPolicies/GoTallo_Proxy_oauthPlcy.ecaOauthPlcy-meta.xml`,
            /oauthPlcy\.ecaOauthPlcy-meta\.xml: Salesforce names this policy GoTallo_Proxy_oauth_defaultPolicy/
        ],
        [
            'a policy of the app under another name',
            `${ORG_SETUP}/extlClntAppPolicies/GoTallo_Proxy_defaultPolicy.ecaPlcy-meta.xml`,
            `${ORG_SETUP}/extlClntAppPolicies/GoTallo_Proxy_plcy.ecaPlcy-meta.xml`,
            /plcy\.ecaPlcy-meta\.xml: Salesforce names this policy GoTallo_Proxy_defaultPolicy/
        ]
    ]
};

describe('checkOrgRules', () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkOrgRules(PROJECT), []);
    });

    for (const [rule, mistakes] of Object.entries(MISTAKES)) {
        itFinds(
            mistakes.map((mistake) => ({ ...mistake, found: naming(mistake.found, rule) })),
            checkOrgRules
        );
    }

    for (const [rule, moves] of Object.entries(MOVED)) {
        for (const [what, before, after, found] of moves) {
            it(`finds ${what}`, async (t) => {
                const copy = await ProjectCopy.create(t);
                await copy.rename(before, after);
                assertFound(await checkOrgRules(copy.root), naming(found, rule));
            });
        }
    }

    it('finds each type that the API version of the project does not know yet', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(PROJECT_FILE, '"sourceApiVersion": "66.0"', '"sourceApiVersion": "59.0"');
        const found = (await checkOrgRules(copy.root)).map(formatProblem).filter((line) => line.includes(' needs '));
        assert.equal(found.length, 1, found.join('\n'));
        assert.match(found[0] ?? '', /ExtlClntAppConfigurablePolicies needs API version 60; sourceApiVersion is 59/);
    });

    it('asks for no scope where no certificate turns the flow on', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(SCOPES, 'Basic, Api, RefreshToken', 'Basic, Api');
        await copy.replace(
            `${ORG_SETUP}/extlClntAppGlobalOauthSets/GoTallo_Proxy_glbloauth.ecaGlblOauth-meta.xml`,
            '<certificate>REPLACE_CERTIFICATE_BASE64</certificate>',
            ''
        );
        assert.deepEqual(await checkOrgRules(copy.root), []);
    });

    it('asks for no language where nothing is translated', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.remove('translations/main/default/translations');
        await copy.write('config/project-scratch-def.json', '{}');
        assert.deepEqual(await checkOrgRules(copy.root), []);
    });

    it('takes a name in a comment for no query', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.append(CLIENT, "\n// FROM Profile WHERE Name = 'Standard User', TimeZoneSidKey = 'UTC'\n");
        assert.deepEqual(await checkOrgRules(copy.root), []);
    });
});

describe('docs/org-rules.md', async () => {
    const page = await readFile(path.join(PROJECT, 'docs/org-rules.md'), 'utf8');
    const rows = page
        .split('\n')
        .filter((line) => /^\| `/.test(line))
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map(([, name = '', org = '', source = '', mistake = '']) => ({
            name: name.replaceAll('`', ''),
            org,
            source,
            mistake
        }));

    it('has one row for each rule, in order', () => {
        assert.deepEqual(
            rows.map(({ name }) => name),
            Object.keys(ORG_RULES)
        );
    });

    for (const { name, org, source, mistake } of rows) {
        it(`says of ${name} what the org does, where that is written, and which planted mistake is found`, () => {
            assert.notEqual(org, '');
            assert.match(source, /\]\(https:\/\//);
            const planted = [
                ...(MISTAKES[name] ?? []).map(({ what }) => what),
                ...(MOVED[name] ?? []).map(([what]) => what)
            ];
            assert.ok(planted.includes(mistake), `"${mistake}" is planted nowhere`);
        });
    }
});

/** The problem also says which rule it is. */
function naming(found: RegExp, rule: string): RegExp {
    return new RegExp(`(?=.*\\(${rule}\\)$)(?:${found.source})`);
}
