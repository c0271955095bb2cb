import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementOf, keyOf, textOf, withText } from '../../sandbox/org/metadata/component.ts';
import { selfSigned } from '../../sandbox/org/metadata/self-signed.ts';
import { ADMIN, AGENT, SUPERVISOR } from '../../sandbox/rehearsal/rehearsal.ts';
import { EXIT } from '../src/trouble.ts';
import { breaking, type Line } from './support/breaks.ts';
import { earlierVersion } from './support/earlier-version.ts';
import { PEOPLE, stageForFile, type Run } from './support/stage.ts';

const IN_30_DAYS = new Date(Date.now() + 30 * 86_400_000);

describe('an installation', () => {
    const stage = stageForFile();

    function assertWell({ report, printed }: Run): void {
        assert.equal(report.proof?.id, 'well', printed);
        assert.equal(report.exitCode, EXIT.well);
    }

    /** The groups of a person. */
    function groupsOf(username: string): string[] {
        const org = stage.org();
        const [user] = org.rows('User', { Username: username });
        return org
            .rows('PermissionSetAssignment', { AssigneeId: user?.Id ?? null })
            .map((row) => org.rows('PermissionSetGroup', { Id: row['PermissionSetGroupId'] ?? null })[0])
            .map((group) => String(group?.['DeveloperName']));
    }

    it('goes from an empty org to well', async () => {
        await stage.reset();
        const run = await stage.install(PEOPLE);
        assertWell(run);
        assert.deepEqual(
            run.report.steps.map(({ state }) => state),
            ['done', 'done', 'done', 'there before', 'done', 'done', 'done', 'there before', 'done']
        );
        assert.deepEqual(groupsOf(AGENT), ['GoTallo_Agent']);
        assert.deepEqual(groupsOf(SUPERVISOR), ['GoTallo_Supervisor']);
        // The proof runs in the name of the one who installs.
        assert.deepEqual(groupsOf(ADMIN), ['GoTallo_Viewer']);
    });

    it('says at its end what only people can do', async () => {
        await stage.reset();
        const { printed } = await stage.install();
        for (const words of [
            '"orgId": "00D5g000004GsbxEAC"',
            '"instanceUrl": "https://rehearsal.my.salesforce.com"',
            'Subject: Exclude the BLOCKED state from pushing, org 00D5g000004GsbxEAC',
            '/lightning/setup/ObjectManager/Lead/LightningPages/view',
            `${stage.rehearsal().proxyUrl}/v1/webhooks/gotallo/<secret>`,
            '/lightning/n/GoTallo_Setup'
        ]) {
            assert.ok(printed.includes(words), words);
        }
    });

    it('finds nothing to do the second time', async () => {
        await stage.reset();
        await stage.install(PEOPLE);
        const line: Line = { changes: 0, breaksAfter: 0 };
        const run = await stage.install(PEOPLE, { through: (org) => breaking(org, line) });
        assertWell(run);
        assert.ok(
            run.report.steps.every(({ state }) => state === 'there before'),
            run.printed
        );
        assert.equal(line.changes, 0);
    });

    it('goes on after an interruption at every step', async () => {
        await stage.reset();
        const whole: Line = { changes: 0, breaksAfter: 0 };
        await stage.install(PEOPLE, { through: (org) => breaking(org, whole) });
        assert.ok(whole.changes >= STEPS_THAT_CHANGE, `${whole.changes}`);
        for (let breaksAfter = 1; breaksAfter <= whole.changes; breaksAfter++) {
            await stage.reset();
            const line = { changes: 0, breaksAfter };
            const broken = await stage.install(PEOPLE, { through: (org) => breaking(org, line) });
            assert.equal(broken.report.exitCode, EXIT.noOrg, `${breaksAfter}: ${broken.printed}`);
            assert.match(
                broken.printed,
                /cannot be reached[\s\S]*Done: [\s\S]*Not done: [\s\S]*To go on: bin\/install/
            );
            assertWell(await stage.install(PEOPLE));
        }
    });

    it('upgrades from the version before: people move from permission sets to groups', async () => {
        await stage.reset();
        earlierVersion(stage.org(), stage.rehearsal().proxyUrl, AGENT);
        const run = await stage.install();
        assertWell(run);
        assert.deepEqual(groupsOf(AGENT), ['GoTallo_Agent']);
        assert.equal(stage.org().find('PermissionSet', 'GoTallo_Agent'), undefined);
        const policy = stage.org().ofApp('ExtlClntAppOauthConfigurablePolicies', 'GoTallo_Proxy');
        assert.equal(policy && elementOf(textOf(policy), 'commaSeparatedPermissionSet'), 'GoTallo_Base');
        assert.ok((await stage.install()).report.steps.every(({ state }) => state === 'there before'));
    });

    it('renews a certificate that ends soon, and one that is to be renewed', async () => {
        await stage.reset();
        await stage.install();
        const certificate = (): string =>
            elementOf(textOf(stage.org().find('ExternalCredential', 'GoTallo_Proxy') ?? NONE), 'certificate');
        stage.org().keys.set('GoTallo_JWT', selfSigned({ commonName: 'GoTallo_JWT', validTo: IN_30_DAYS }));
        assertWell(await stage.install());
        assert.equal(certificate(), 'GoTallo_JWT_2');
        assertWell(await stage.install(['--renew-certificate']));
        assert.equal(certificate(), 'GoTallo_JWT_3');
        assertWell(await stage.install());
        assert.equal(certificate(), 'GoTallo_JWT_3');
    });

    it('writes claims as the org wants them', async () => {
        for (const wantsJsonClaims of [false, true]) {
            await stage.reset({ traits: { wantsJsonClaims } });
            assertWell(await stage.install());
        }
    });

    it('does without a session time-out where the org does not take it, and makes a link that is missing', async () => {
        await stage.reset({ traits: { takesSessionTimeout: false, linksPolicySets: false } });
        assertWell(await stage.install());
    });

    it('takes the names of policies as the org has them', async () => {
        await stage.reset();
        const project = await stage.planted(
            'org-setup/main/default/extlClntAppOauthPolicies/GoTallo_Proxy_oauth_defaultPolicy.ecaOauthPlcy-meta.xml',
            (text) => text.replace('GoTallo_Proxy_oauth_defaultPolicy', 'GoTallo_Proxy_oauthPlcy'),
            'org-setup/main/default/extlClntAppOauthPolicies/GoTallo_Proxy_oauthPlcy.ecaOauthPlcy-meta.xml'
        );
        assertWell(await stage.install([], { project }));
        const names = stage
            .org()
            .all('ExtlClntAppOauthConfigurablePolicies')
            .map(({ name }) => name);
        assert.deepEqual(names, ['GoTallo_Proxy_oauth_defaultPolicy']);
    });

    it('leaves languages out that are off, and brings them once they are on', async () => {
        await stage.reset({ traits: { languages: ['de'] } });
        const first = await stage.install();
        assertWell(first);
        assert.match(first.printed, /languages: Translations are left out .*: es, fr, it, ja, nl_NL, pt_BR\./);
        Object.assign(stage.org().traits, { languages: ['de', 'fr'] });
        assertWell(await stage.install());
        assert.deepEqual(
            stage
                .org()
                .all('Translations')
                .map(({ name }) => name),
            ['de', 'fr']
        );
    });

    it('asks for the consumer key where it may not be read', async () => {
        await stage.reset({ traits: { showsConsumerKey: false } });
        const { report, printed } = await stage.install();
        assert.equal(report.exitCode, EXIT.stepFailed);
        assert.match(printed, /nobody can be asked[\s\S]*GOTALLO_CONSUMER_KEY[\s\S]*Not done: 4 Consumer key/);
        const key = stage.org().consumerKeys.get('GoTallo_Proxy_glbloauth') ?? '';
        assertWell(await stage.install([], { answers: [key] }));
    });

    it('prints no key and no token', async () => {
        await stage.reset();
        const { report, printed } = await stage.install(PEOPLE);
        const all = printed + JSON.stringify(report);
        assert.ok(!all.includes(stage.org().consumerKeys.get('GoTallo_Proxy_glbloauth') ?? ''));
        assert.doesNotMatch(all, /00D\w+!|PRIVATE KEY|3MVG9/);
    });

    it('only looks, with --dry-run', async () => {
        await stage.reset();
        const { report } = await stage.install(['--dry-run', ...PEOPLE]);
        assert.equal(report.exitCode, EXIT.well);
        assert.deepEqual(
            report.steps.map(({ state }) => state),
            ['would be done', 'would be done', ...Array<string>(7).fill('follows')]
        );
        assert.deepEqual(stage.org().all(), []);
    });

    it('tests the code in a production org', async () => {
        await stage.reset({ organization: { IsSandbox: false } });
        assertWell(await stage.install(['--yes']));
    });

    it('is taken out again', async () => {
        await stage.reset();
        await stage.install(PEOPLE);
        const { report, printed } = await stage.uninstall(['--yes']);
        assert.equal(report.exitCode, EXIT.well, printed);
        const left = stage.org().all().map(keyOf);
        assert.deepEqual(left, ['Certificate GoTallo_JWT', 'Translations de', 'Translations nl_NL']);
        assert.deepEqual(groupsOf(AGENT), []);
        assert.match(printed, /What it leaves[\s\S]*certificate GoTallo_JWT/);
        const again = await stage.uninstall(['--yes']);
        assert.ok(again.report.steps.every(({ words }) => words === 'not there'));
        assertWell(await stage.install(PEOPLE));
    });

    it('is not taken out without a yes', async () => {
        await stage.reset();
        await stage.install();
        const count = stage.org().all().length;
        const { report } = await stage.uninstall();
        assert.equal(report.exitCode, EXIT.obstacles);
        assert.equal(stage.org().all().length, count);
    });
});

const STEPS_THAT_CHANGE = 8;
const NONE = withText({ type: '', name: '', files: new Map([['', Buffer.alloc(0)]]) }, '');
