import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { elementOf, textOf, withText } from '../../sandbox/org/metadata/component.ts';
import { selfSigned } from '../../sandbox/org/metadata/self-signed.ts';
import { ADMIN, type EmptyOrg } from '../../sandbox/rehearsal/rehearsal.ts';
import { prove } from '../src/proof/prove.ts';
import { refused } from '../src/steps/refusals.ts';
import { EXIT } from '../src/trouble.ts';
import { moveLogin } from './support/logins.ts';
import { stageForFile } from './support/stage.ts';

const APP_SCOPES = 'org-setup/main/default/extlClntAppOauthSettings/GoTallo_Proxy_oauth.ecaOauth-meta.xml';
const POLICIES = 'org-setup/main/default/extlClntAppOauthPolicies';
const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000);

describe('trouble', () => {
    const stage = stageForFile();

    describe('before anything is changed', () => {
        const missing: [string, EmptyOrg, RegExp][] = [
            ['My Domain', { traits: { myDomain: null } }, /no My Domain[\s\S]*OrgDomain/],
            ['External Client Apps', { traits: { hasClientApps: false } }, /switched off[\s\S]*Opt in/],
            [
                'API version',
                { traits: { newestApiVersion: '60.0' } },
                /speaks API 60\.0, and this is written for 66\.0/
            ],
            ['rights', { lacks: ['AuthorApex'] }, /maya\.admin@sandbox\.example lacks: Author Apex\./],
            ['edition', { organization: { OrganizationType: 'Professional Edition' } }, /Professional Edition org/],
            ['production', { organization: { IsSandbox: false } }, /is a production org\.[\s\S]*add --yes/]
        ];
        for (const [name, empty, words] of missing) {
            it(`names what is missing: ${name}`, async () => {
                await stage.reset(empty);
                const { report, printed } = await stage.install();
                assert.equal(report.exitCode, EXIT.obstacles, printed);
                const obstacles = report.findings.filter(({ level }) => level === 'obstacle');
                assert.deepEqual(
                    obstacles.map((each) => each.name),
                    [name]
                );
                assert.match(printed, words);
                assert.deepEqual(stage.org().all(), []);
            });
        }

        it('names every obstacle at once', async () => {
            const traits = { myDomain: null, hasClientApps: false, newestApiVersion: '60.0' };
            await stage.reset({ traits, lacks: ['AuthorApex'], organization: { IsSandbox: false } });
            const { printed } = await stage.install(['--agent', 'nobody@sandbox.example']);
            assert.match(
                printed,
                /not ready: My Domain, External Client Apps, API version, rights, people, production\. Nothing was changed/
            );
        });

        it('names people who are not there, and those who are not active', async () => {
            await stage.reset();
            const [row] = stage.org().rows('User', { Username: 'sam.lee@sandbox.example' });
            const values = { Username: 'sam.lee@sandbox.example', IsActive: false };
            stage.org().local.records.insert('User', values, row?.Id);
            const people = ['--agent', 'nobody@sandbox.example', '--supervisor', 'sam.lee@sandbox.example'];
            const { report, printed } = await stage.install(people);
            assert.equal(report.exitCode, EXIT.obstacles);
            assert.match(printed, /no user nobody@sandbox\.example[\s\S]*sam\.lee@sandbox\.example is not active/);
        });

        it('names a connected app and a credential of another kind that have our names', async () => {
            await stage.reset();
            const text = Buffer.from('<NamedCredential><endpoint>https://a.example</endpoint></NamedCredential>');
            for (const [type, file] of [
                ['ConnectedApp', 'connectedApps/GoTallo_Proxy.connectedApp'],
                ['NamedCredential', 'namedCredentials/GoTallo_Proxy.namedCredential']
            ] as const) {
                stage.org().set({ type, name: 'GoTallo_Proxy', files: new Map([[file, text]]) });
            }
            const { report, printed } = await stage.install();
            assert.equal(report.exitCode, EXIT.obstacles);
            assert.match(printed, /named credential GoTallo_Proxy of the old kind[\s\S]*connected app GoTallo_Proxy/);
        });

        it("only warns where GoTallo's package is not there, or lacks a field", async () => {
            await stage.reset({ hasPackage: false });
            assert.match((await stage.install(['--dry-run'])).printed, /! GoTallo's package: .* is not installed/);
            await stage.reset();
            stage.org().removeRows('FieldDefinition', { QualifiedApiName: 'Social25__Chat_Identifier__c' });
            const { printed } = await stage.install(['--dry-run']);
            assert.match(printed, /without Social25__Heroku_Message__c\.Social25__Chat_Identifier__c/);
        });

        it('goes on into a production org when somebody says yes', async () => {
            await stage.reset({ organization: { IsSandbox: false } });
            assert.equal((await stage.install([], { answers: ['no'] })).report.exitCode, EXIT.obstacles);
            assert.equal((await stage.install([], { answers: ['yes'] })).report.exitCode, EXIT.well);
        });

        it('says that a login has expired, and which command renews it', async () => {
            await stage.reset();
            stage.org().local.sessions.expireAll();
            const { report, printed } = await stage.install();
            assert.equal(report.exitCode, EXIT.noOrg);
            assert.match(printed, /login rehearsal has expired[\s\S]*sf org login web --alias rehearsal/);
        });

        it('says that there is no network', async () => {
            await stage.reset();
            await moveLogin(ADMIN, 'http://127.0.0.1:9');
            const { report, printed } = await stage.install();
            assert.equal(report.exitCode, EXIT.noOrg, printed);
            assert.match(printed, /cannot be reached over the network/);
        });

        it('says that there is no such login', async () => {
            const { report, printed } = await stage.install(['--target-org', 'elsewhere']);
            assert.equal(report.exitCode, EXIT.noOrg);
            assert.match(printed, /no login "elsewhere"[\s\S]*sf org login web --alias elsewhere/);
        });
    });

    describe('of mistakes in the source', () => {
        it('names a time zone that Salesforce does not have, and keeps nothing', async () => {
            await stage.reset({ organization: { IsSandbox: false } });
            const file = 'force-app/main/default/classes/GoTalloExceptionTest.cls';
            const project = await stage.planted(file, (text) => `${text}// User(TimeZoneSidKey = 'UTC')\n`);
            const { report, printed } = await stage.install(['--yes'], { project });
            assert.equal(report.exitCode, EXIT.stepFailed);
            assert.match(printed, /not in a list of Salesforce itself, such as a time zone[\s\S]*UTC[\s\S]*GMT/);
            assert.match(printed, /Done: +nothing/);
            assert.deepEqual(stage.org().all(), []);
        });

        it('names the scope without which no token is issued', async () => {
            await stage.reset();
            const project = await stage.planted(APP_SCOPES, (text) => text.replace(/,\s*RefreshToken/, ''));
            const { report, printed } = await stage.install([], { project });
            assert.equal(report.exitCode, EXIT.notWell);
            assert.equal(report.proof?.id, 'scope');
            assert.match(printed, /No token is issued: the app lacks the scope RefreshToken/);
        });

        it('names policies that Salesforce has made under other names', async () => {
            await stage.reset();
            await stage.install();
            const project = await stage.planted(
                `${POLICIES}/GoTallo_Proxy_oauth_defaultPolicy.ecaOauthPlcy-meta.xml`,
                (text) => text,
                `${POLICIES}/GoTallo_Proxy_oauthPlcy.ecaOauthPlcy-meta.xml`
            );
            assert.match(
                await refusalOf(project, [POLICIES]),
                /made the policies of this app itself, under other names/
            );
        });

        it('names a language that is off', async () => {
            await stage.reset({ traits: { languages: ['de'] } });
            const words = await refusalOf(stage.project(), ['translations']);
            assert.match(words, /A language is not switched on/);
            assert.match(words, /Translations fr: Not available for deploy for this organization/);
        });

        it('names what the whole project in one call does not find', async () => {
            await stage.reset();
            const words = await refusalOf(stage.project(), ['force-app', 'org-setup', 'translations']);
            assert.match(words, /The certificate is not in the org/);
            assert.match(words, /no Certificate named GoTallo_JWT found/);
        });

        it('lets the code alone into any org, in one call', async () => {
            await stage.reset({ traits: { hasClientApps: false, languages: [] } });
            const org = await stage.open();
            const project = stage.project();
            const sources = [path.join(project, 'force-app')];
            const { failures } = await org.deploy({ project, sources, isDryRun: false, tests: [] });
            assert.deepEqual(failures, []);
        });

        /** What the installer says when an org refuses these folders in one call. */
        async function refusalOf(project: string, folders: string[]): Promise<string> {
            const values = {
                GOTALLO_CONTACT_EMAIL: 'a@b.example',
                GOTALLO_CERTIFICATE_BASE64: 'x',
                GOTALLO_MY_DOMAIN_HOST: 'x',
                GOTALLO_CONSUMER_KEY: 'x',
                GOTALLO_TOKEN_AUDIENCE: 'x',
                GOTALLO_PROXY_URL: 'x'
            };
            Object.assign(process.env, values);
            const org = await stage.open();
            const sources = folders.map((folder) => path.join(project, folder));
            const outcome = await org.deploy({ project, sources, isDryRun: false, tests: [] });
            for (const name of Object.keys(values)) delete process.env[name];
            const { message, mend } = refused('It cannot be deployed', outcome);
            return `${message}\n${mend}`;
        }
    });

    describe('that the proof finds', () => {
        it('the proxy is not there yet', async () => {
            await stage.reset();
            const { report, printed } = await stage.install(['--proxy-url', 'https://localhost:9']);
            assert.equal(report.exitCode, EXIT.notWell);
            assert.equal(report.proof?.id, 'proxy-unreachable');
            assert.match(
                printed,
                /! proxy: The proxy does not answer[\s\S]*Salesforce does not reach the proxy[\s\S]*To go on/
            );
            // Everything else is there, so that the same command only has to prove it.
            assert.equal((await stage.install()).report.exitCode, EXIT.well);
        });

        it('a wrong address', async () => {
            await stage.reset();
            const { report } = await stage.install(['--proxy-url', `${stage.rehearsal().proxyUrl}/elsewhere`]);
            assert.equal(report.exitCode, EXIT.notWell);
            assert.equal(report.proof?.id, 'not-the-proxy');
        });

        it('a proxy that is set up for another org', async () => {
            await stage.reset({ orgId: '00D000000000001EAA' });
            const { report } = await stage.install();
            assert.equal(report.proof?.id, 'wrong-tenant');
        });

        it('a wrong audience', async () => {
            await stage.reset();
            const { report } = await stage.install(['--audience', 'https://other.my.salesforce.com']);
            assert.equal(report.proof?.id, 'audience');
        });

        const changes: [string, string, () => void][] = [
            [
                'somebody without the permission',
                'no-principal',
                () => stage.org().removeRows('PermissionSetAssignment', {})
            ],
            ['an app that is not known yet', 'app-not-known', () => stage.org().consumerKeys.clear()],
            [
                'a certificate that is not the one of the app',
                'assertion',
                () => stage.org().keys.set('GoTallo_JWT', selfSigned({ commonName: 'x', validTo: IN_A_YEAR }))
            ],
            [
                'a policy without the permission set',
                'not-approved',
                () => stage.org().removeRows('SetupEntityAccess', {})
            ]
        ];
        for (const [name, id, change] of changes) {
            it(name, async () => {
                await stage.reset();
                await stage.install();
                change();
                assert.equal((await prove(await stage.open())).id, id);
            });
        }

        it('a half-installed org, which it completes', async () => {
            await stage.reset();
            await stage.install();
            const org = stage.org();
            for (const type of ['NamedCredential', 'PermissionSetGroup'])
                org.all(type).forEach((each) => org.remove(each));
            const policy = org.ofApp('ExtlClntAppOauthConfigurablePolicies', 'GoTallo_Proxy');
            assert.ok(policy);
            const type = elementOf(textOf(policy), 'permittedUsersPolicyType');
            org.set(withText(policy, textOf(policy).replace(type, 'AllSelfAuthorized')));
            const { report, printed } = await stage.install();
            assert.equal(report.exitCode, EXIT.well, printed);
        });
    });
});
