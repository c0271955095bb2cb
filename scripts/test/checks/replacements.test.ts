import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatProblem } from '../../checks/problem.ts';
import { checkReplacements } from '../../checks/replacements.ts';
import { assertFound, PROJECT, ProjectCopy } from '../support/project-copy.ts';

const CREDENTIAL = 'org-setup/main/default/namedCredentials/GoTallo_Proxy.namedCredential-meta.xml';

const VALUES = {
    GOTALLO_CONTACT_EMAIL: 'admin@example.com',
    GOTALLO_CERTIFICATE_BASE64: `MIID${'A'.repeat(120)}==`,
    GOTALLO_MY_DOMAIN_HOST: 'acme--dev.sandbox.my.salesforce.com',
    GOTALLO_CONSUMER_KEY: '3MVG9consumer.key_of_the_app',
    GOTALLO_TOKEN_AUDIENCE: 'https://acme--dev.sandbox.my.salesforce.com',
    GOTALLO_PROXY_URL: 'https://gotallo-proxy.example.com'
};

const WRONG_VALUES: [name: keyof typeof VALUES, value: string, found: RegExp][] = [
    ['GOTALLO_CONTACT_EMAIL', 'admin', /must be an e-mail address/],
    ['GOTALLO_CERTIFICATE_BASE64', '-----BEGIN CERTIFICATE-----', /base64 on one line, without BEGIN and END/],
    ['GOTALLO_MY_DOMAIN_HOST', 'https://acme.my.salesforce.com', /the host of My Domain/],
    ['GOTALLO_MY_DOMAIN_HOST', 'acme.lightning.force.com', /the host of My Domain/],
    ['GOTALLO_CONSUMER_KEY', 'REPLACE_CONSUMER_KEY', /is itself a mark to replace/],
    ['GOTALLO_TOKEN_AUDIENCE', 'acme.my.salesforce.com', /must be https:\/\/ with the host of My Domain/],
    ['GOTALLO_TOKEN_AUDIENCE', 'https://acme.my.salesforce.com/', /must be https:\/\/ with the host of My Domain/],
    ['GOTALLO_TOKEN_AUDIENCE', 'https://acme.lightning.force.com', /must be https:\/\/ with the host of My Domain/],
    ['GOTALLO_PROXY_URL', 'http://gotallo-proxy.example.com', /must be an https URL/],
    ['GOTALLO_PROXY_URL', 'https://gotallo-proxy.example.com/', /without a slash at its end/],
    ['GOTALLO_PROXY_URL', 'https://proxy.example.com/<a>', /may not hold </],
    ['GOTALLO_PROXY_URL', '  ', /is not set/]
];

describe('checkReplacements', () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkReplacements(PROJECT), []);
    });

    it('finds nothing before a deployment for which every value is set', async () => {
        assert.deepEqual(await checkReplacements(PROJECT, VALUES), []);
    });

    for (const audience of [
        'https://acme.my.salesforce.com',
        'https://login.salesforce.com',
        'https://test.salesforce.com'
    ]) {
        it(`takes the audience ${audience}`, async () => {
            assert.deepEqual(await checkReplacements(PROJECT, { ...VALUES, GOTALLO_TOKEN_AUDIENCE: audience }), []);
        });
    }

    it('refuses a deployment while values are not set, and names each', async () => {
        const messages = (await checkReplacements(PROJECT, {})).map(formatProblem);
        assert.deepEqual(
            messages,
            Object.keys(VALUES).map((name) => `sfdx-project.json: environment variable ${name}: is not set`)
        );
    });

    for (const [name, value, found] of WRONG_VALUES) {
        it(`refuses a deployment with ${name} "${value}", without repeating the value`, async () => {
            const problems = await checkReplacements(PROJECT, { ...VALUES, [name]: value });
            assertFound(problems, found);
            assert.match(problems[0]?.message ?? '', new RegExp(name));
            assert.ok(value.trim() === '' || !problems[0]?.message.includes(value), problems[0]?.message);
        });
    }

    it('finds a mark that nothing replaces, with its line', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(CREDENTIAL, '<label>GoTallo Proxy<', '<label>REPLACE_NAME<');
        assertFound(
            await checkReplacements(copy.root),
            /namedCredential-meta\.xml:\d+: nothing in sfdx-project\.json replaces REPLACE_NAME/
        );
    });

    it('finds a mark that is replaced in another file only', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(CREDENTIAL, '<label>GoTallo Proxy<', '<label>REPLACE_CONSUMER_KEY<');
        assertFound(await checkReplacements(copy.root), /namedCredential.*REPLACE_CONSUMER_KEY/);
    });

    it('finds a mark in Apex', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace('force-app/main/default/classes/GoTalloJson.cls', 'return null;', 'return REPLACE_IT;');
        assertFound(await checkReplacements(copy.root), /GoTalloJson\.cls:\d+: .*REPLACE_IT/);
    });

    it('finds a replacement whose mark is gone', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(CREDENTIAL, 'REPLACE_PROXY_URL', 'https://old-proxy.example.com');
        assertFound(await checkReplacements(copy.root), /REPLACE_PROXY_URL: .*namedCredential.* does not hold it/);
    });

    it('finds a replacement that takes its value from nowhere', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace('sfdx-project.json', '"replaceWithEnv": "GOTALLO_PROXY_URL"', '"replaceWith": "x"');
        const messages = (await checkReplacements(copy.root)).map(formatProblem);
        assert.equal(messages.length, 2, messages.join('\n'));
        assert.match(messages[0] ?? '', /nothing in sfdx-project\.json replaces REPLACE_PROXY_URL/);
        assert.match(messages[1] ?? '', /REPLACE_PROXY_URL: needs filename, stringToReplace and replaceWithEnv/);
    });

    it('finds a mark that is the beginning of another in its file', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(CREDENTIAL, '<label>GoTallo Proxy<', '<label>REPLACE_PROXY_URL_LABEL<');
        const messages = (await checkReplacements(copy.root)).map(formatProblem);
        assert.match(messages.join('\n'), /replacement REPLACE_PROXY_URL: is the beginning of REPLACE_PROXY_URL_LABEL/);
    });
});
