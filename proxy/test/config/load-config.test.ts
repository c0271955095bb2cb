import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';

const TOKEN = 'gotallo-token-value';
const WEBHOOK_SECRET = 'A-webhook.secret_of~20';
const PATH = '/etc/gotallo/tenants.json';

function tenant(): Record<string, unknown> {
    return {
        name: 'acme',
        salesforce: {
            orgId: '00D000000000001EAA',
            instanceUrl: 'https://acme.my.salesforce.com',
            permissions: {
                block: ['GoTallo_Block_Conversations', 'Social25.Allow_Change_Conversation_State'],
                manage: ['GoTallo_Manage_Blocks']
            }
        },
        gotallo: {
            baseUrl: 'https://api.gotallo.com/api/v1',
            tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
            token: { env: 'ACME_GOTALLO_TOKEN' }
        }
    };
}

const BLOCK_USER = { channels: ['WHATSAPP'], method: 'POST', path: '/{conversation_id}/' };

const ENV = { TENANTS_FILE: PATH, ACME_GOTALLO_TOKEN: TOKEN };

/** Loads with one tenant in which the member at `setting` is replaced; undefined removes it. */
function loadWith(setting: string, value: unknown, files: Record<string, string> = {}) {
    const file = { tenants: [tenant()] };
    const keys = setting.split('.');
    let target = file.tenants[0] as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) target = target[key] as Record<string, unknown>;
    target[keys.at(-1) as string] = value;
    return loadFile(file, ENV, files);
}

function loadFile(file: unknown, env: NodeJS.ProcessEnv = ENV, files: Record<string, string> = {}) {
    return loadText(JSON.stringify(file), env, files);
}

function loadText(text: string, env: NodeJS.ProcessEnv = ENV, files: Record<string, string> = {}) {
    return loadConfig(env, (path) => {
        const content = path === PATH ? text : files[path];
        if (content === undefined) throw new Error('ENOENT');
        return content;
    });
}

function faultsOf(load: () => unknown): readonly string[] {
    try {
        load();
    } catch (error) {
        assert.ok(error instanceof ConfigError, String(error));
        assert.ok(error.faults.length > 0);
        return error.faults;
    }
    return assert.fail('the configuration was accepted');
}

describe('loadConfig', () => {
    it('reads the shortest configuration and fills in what may be left out', () => {
        const config = loadFile({ tenants: [tenant()] });
        const { tenants, ...settings } = config;
        assert.deepEqual(settings, {
            port: 8080,
            host: '127.0.0.1',
            dataDir: '.data',
            logLevel: 'info',
            authCacheSeconds: 60,
            evidenceSeconds: 30,
            databaseUrl: null,
            goTalloTimeoutSeconds: 6,
            goTalloConcurrency: 20,
            writesPerMinute: 300,
            forgetAfterDays: 30
        });
        const [acme] = tenants;
        assert.equal(acme?.salesforce.orgId, '00D000000000001EAA');
        assert.equal(acme?.gotallo.token.reveal(), TOKEN);
        assert.equal(acme?.gotallo.nativeBlock, null);
        assert.equal(acme?.gotallo.read, null);
        assert.equal(acme?.gotallo.blockedStateExcluded, false);
        assert.equal(acme?.webhookSecret, null);
    });

    it('reads every setting of a full configuration', () => {
        const full = tenant();
        full['webhookSecret'] = { file: 'secrets/webhook' };
        Object.assign(full['gotallo'] as object, {
            blockedStateExcluded: true,
            read: { path: '/c/{conversation_id}/', stateField: 'details.state', blockedField: 'is_blocked' },
            nativeBlock: {
                channels: ['whatsapp'],
                method: 'POST',
                path: '/c/{conversation_id}/block/',
                body: { a: [1] }
            }
        });
        const env = { ...ENV, PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/data', LOG_LEVEL: 'debug' };
        const numbers = {
            AUTH_CACHE_SECONDS: '0',
            EVIDENCE_SECONDS: '3600',
            GOTALLO_TIMEOUT_SECONDS: '0.25',
            GOTALLO_CONCURRENCY: '500',
            WRITES_PER_MINUTE: '100000'
        };
        const config = loadFile(
            { tenants: [full] },
            { ...env, ...numbers },
            { '/etc/gotallo/secrets/webhook': `${WEBHOOK_SECRET}\n` }
        );
        assert.equal(config.port, 0);
        assert.equal(config.authCacheSeconds, 0);
        assert.equal(config.evidenceSeconds, 3600);
        assert.equal(config.goTalloTimeoutSeconds, 0.25);
        assert.equal(config.goTalloConcurrency, 500);
        assert.equal(config.writesPerMinute, 100_000);
        assert.equal(config.tenants[0]?.webhookSecret?.reveal(), WEBHOOK_SECRET);
        assert.deepEqual(config.tenants[0]?.gotallo.read, {
            path: '/c/{conversation_id}/',
            stateField: 'details.state',
            blockedField: 'is_blocked'
        });
        assert.deepEqual(config.tenants[0]?.gotallo.nativeBlock, {
            channels: ['WHATSAPP'],
            method: 'POST',
            path: '/c/{conversation_id}/block/',
            body: { a: [1] }
        });
    });

    it('guesses neither where the state stands beside "state", nor that the native block is told', () => {
        const config = loadWith('gotallo.read', { path: '/c/{conversation_id}/' });
        assert.deepEqual(config.tenants[0]?.gotallo.read, {
            path: '/c/{conversation_id}/',
            stateField: 'state',
            blockedField: null
        });
    });

    it('takes a call that names the conversation in its body only', () => {
        const call = { channels: ['X'], method: 'PUT', path: '/block/', body: { ids: ['{conversation_id}'] } };
        assert.deepEqual(loadWith('gotallo.nativeBlock', call).tenants[0]?.gotallo.nativeBlock, call);
    });

    it('takes escapes in a path, and braces in a body that are no template', () => {
        const read = { path: '/a%20b/..{conversation_id}/?x=..', stateField: 'state', blockedField: null };
        assert.deepEqual(loadWith('gotallo.read', read).tenants[0]?.gotallo.read, read);
        const call = { ...BLOCK_USER, body: { '{x}': 1, payload: '{"tenant":"{tenant_id}","list":{"a":1}}' } };
        assert.deepEqual(loadWith('gotallo.nativeBlock', call).tenants[0]?.gotallo.nativeBlock, call);
    });

    it('names one least length for a webhook secret', () => {
        for (const secret of ['seven77', 'fifteen-letters']) {
            const faults = faultsOf(() => loadWith('webhookSecret', { file: '/secret' }, { '/secret': secret }));
            assert.match(faults.join(), /webhookSecret names a secret .*at least 16/);
            assert.doesNotMatch(faults.join(), /8/);
        }
    });

    for (const url of ['postgres://user:hunter2@db/gotallo', 'postgresql://db.example:5433/gotallo?sslmode=require']) {
        it(`takes the Postgres server ${url.replace('hunter2', '…')} and keeps it secret`, () => {
            const config = loadFile({ tenants: [tenant()] }, { ...ENV, DATABASE_URL: url });
            assert.equal(config.databaseUrl?.reveal(), url);
            assert.ok(![JSON.stringify(config), inspect(config, { depth: 9 })].join().includes('gotallo?'));
            assert.ok(!inspect(config, { depth: 9 }).includes('hunter2'));
        });
    }

    it('cannot be changed afterwards, in any depth', () => {
        const config = loadFile({ tenants: [tenant()] });
        assert.throws(
            () => Object.assign(config.tenants[0]?.salesforce.permissions.block as object, { 0: 'Other' }),
            TypeError
        );
        assert.throws(() => Object.assign(config, { port: 1 }), TypeError);
    });

    it('never shows a secret when it is printed', () => {
        const config = loadFile({ tenants: [tenant()] });
        const printed = [JSON.stringify(config), inspect(config, { depth: 9 }), `${config.tenants[0]?.gotallo.token}`];
        assert.ok(!printed.join().includes(TOKEN));
        assert.match(printed.join(), /\[secret\]/);
    });

    it('accepts plain http on loopback hosts and takes trailing slashes away', () => {
        for (const url of ['http://localhost:3001/', 'http://127.0.0.1:3001', 'http://[::1]:3001']) {
            const config = loadWith('salesforce.instanceUrl', url);
            assert.equal(config.tenants[0]?.salesforce.instanceUrl, url.replace(/\/$/, ''));
        }
        assert.equal(
            loadWith('gotallo.baseUrl', 'https://api.gotallo.com/api/v1//').tenants[0]?.gotallo.baseUrl,
            'https://api.gotallo.com/api/v1'
        );
    });

    it('brings an organization id of 15 characters to 18', () => {
        assert.equal(
            loadWith('salesforce.orgId', '00D000000000001').tenants[0]?.salesforce.orgId,
            '00D000000000001EAA'
        );
    });
});

describe('loadConfig refuses', () => {
    const environment: [setting: string, value: string][] = [
        ['PORT', '65536'],
        ['PORT', '-1'],
        ['PORT', '80.5'],
        ['PORT', 'http'],
        ['HOST', 'http://0.0.0.0'],
        ['HOST', 'two words'],
        ['LOG_LEVEL', 'verbose'],
        ['AUTH_CACHE_SECONDS', '301'],
        ['AUTH_CACHE_SECONDS', '1e1'],
        ['EVIDENCE_SECONDS', '3601'],
        ['DATABASE_URL', 'mysql://user:hunter2@db/gotallo'],
        ['DATABASE_URL', 'user:hunter2@db/gotallo'],
        ['DATABASE_URL', 'postgres://user:hunter2 @db/gotallo'],
        ['GOTALLO_TIMEOUT_SECONDS', '0.05'],
        ['GOTALLO_TIMEOUT_SECONDS', '8.1'],
        ['GOTALLO_TIMEOUT_SECONDS', '.5'],
        ['GOTALLO_TIMEOUT_SECONDS', '5s'],
        ['GOTALLO_CONCURRENCY', '-1'],
        ['GOTALLO_CONCURRENCY', '501'],
        ['GOTALLO_CONCURRENCY', '1.5'],
        ['WRITES_PER_MINUTE', '-1'],
        ['WRITES_PER_MINUTE', '100001']
    ];
    for (const [setting, value] of environment) {
        it(`${setting}=${value}`, () => {
            const faults = faultsOf(() => loadFile({ tenants: [tenant()] }, { ...ENV, [setting]: value }));
            assert.equal(faults.length, 1);
            assert.ok(faults[0]?.startsWith(`${setting} is not`), faults[0]);
            assert.ok(!faults[0]?.includes(value));
        });
    }

    const members: [setting: string, value: unknown][] = [
        ['name', undefined],
        ['name', 'Acme Inc'],
        ['salesforce', undefined],
        ['salesforce.orgId', 'acme'],
        ['salesforce.orgId', '005000000000001AAA'],
        ['salesforce.orgId', '00D000000000001AAA'],
        ['salesforce.orgId', '00D00000000000'],
        ['salesforce.instanceUrl', 'acme.my.salesforce.com'],
        ['salesforce.instanceUrl', 'http://acme.my.salesforce.com'],
        ['salesforce.instanceUrl', 'http://localhost.example.com'],
        ['salesforce.instanceUrl', 'https://user:secret@acme.my.salesforce.com'],
        ['salesforce.instanceUrl', 'https://acme.my.salesforce.com?x=1'],
        ['salesforce.instanceUrl', 'https://acme.my.salesforce.com#x'],
        ['salesforce.instanceUrl', 'https://acme.my.salesforce.com/services'],
        ['salesforce.instanceUrl', 'https://acme.lightning.force.com'],
        ['salesforce.permissions.block', []],
        ['salesforce.permissions.manage', undefined],
        ['gotallo.baseUrl', 'ftp://api.gotallo.com'],
        ['gotallo.tenantId', 'acme'],
        ['gotallo.token', undefined],
        ['gotallo.token', TOKEN],
        ['gotallo.token', { env: 'ACME_GOTALLO_TOKEN', file: '/x' }],
        ['gotallo.token', {}],
        ['gotallo.token', { env: 'NOT_SET' }],
        ['gotallo.token', { file: '/missing' }],
        ['gotallo.blockedStateExcluded', 'yes'],
        ['gotallo.read', { path: 'tenants/' }],
        ['gotallo.read', { path: '//evil.example/{conversation_id}' }],
        ['gotallo.read', { path: '/tenants/{tenant}/' }],
        ['gotallo.read', { path: '/tenants/{tenant_id}/' }],
        ['gotallo.read', { path: '/../{conversation_id}/' }],
        ['gotallo.read', { path: '/a/./{conversation_id}/' }],
        ['gotallo.read', { path: '/%2e%2E/{conversation_id}' }],
        ['gotallo.read', { path: '/{conversation_id}/..?x=1' }],
        ['gotallo.read', { path: '/{conversation_id}/100%/' }],
        ['gotallo.read', { path: '/{conversation_id}/%zz/' }],
        ['gotallo.read', { path: '/{conversation_id}/?x=%ff' }],
        ['gotallo.read', { path: '/{conversation_id}/', stateField: null }],
        ['gotallo.read', { path: '/{conversation_id}/', stateField: 'a..b' }],
        ['gotallo.read', { path: '/{conversation_id}/', blockedField: '' }],
        ['gotallo.nativeBlock', { channels: ['WHATSAPP'], method: 'POST', path: '/block/', body: { id: 1 } }],
        ['gotallo.nativeBlock', { channels: ['WHATSAPP'], method: 'POST', path: '/{conversation_id}/', body: [] }],
        ['gotallo.nativeBlock', { channels: ['WHATSAPP'], method: 'GET', path: '/{conversation_id}/' }],
        ['gotallo.nativeBlock', { channels: [], method: 'POST', path: '/{conversation_id}/' }],
        ['gotallo.nativeBlock', { ...BLOCK_USER, body: { users: [{ id: '{conversationId}' }] } }],
        ['gotallo.nativeBlock', { ...BLOCK_USER, body: { id: '{ conversation_id }' } }],
        ['gotallo.nativeBlock', { ...BLOCK_USER, body: { id: '{{conversation_id}}' } }],
        ['gotallo.nativeBlock', { ...BLOCK_USER, path: '/block/', body: { '{conversation_id}': 1 } }],
        ['gotallo.nativeBlock', { ...BLOCK_USER, path: '/..', body: { id: '{conversation_id}' } }],
        ['webhookSecret', 'inline']
    ];
    for (const [setting, value] of members) {
        it(`${setting}: ${JSON.stringify(value)}`, () => {
            const faults = faultsOf(() => loadWith(setting, value));
            assert.equal(faults.length, 1, faults.join('\n'));
            assert.ok(faults[0]?.startsWith(`TENANTS_FILE tenants[0].${setting}`), faults[0]);
            assert.ok(!faults[0]?.includes(TOKEN), faults[0]);
        });
    }

    for (const content of ['', '  \n', 'two words', 'two\nlines']) {
        it(`a secret file that holds ${JSON.stringify(content)}`, () => {
            const faults = faultsOf(() => loadWith('gotallo.token', { file: '/token' }, { '/token': content }));
            assert.match(faults.join(), /^TENANTS_FILE tenants\[0\]\.gotallo\.token (?:names|holds) /);
        });
    }

    for (const secret of [
        'fifteen-letters',
        'sixteen/letters/',
        'sixteen%20letters',
        'sixteen+letters+',
        'x y'.repeat(9)
    ]) {
        it(`a webhook secret like ${JSON.stringify(secret)}, without printing it`, () => {
            const faults = faultsOf(() => loadWith('webhookSecret', { file: '/secret' }, { '/secret': secret }));
            assert.match(faults.join(), /^TENANTS_FILE tenants\[0\]\.webhookSecret (?:names|holds) /);
            assert.ok(!faults.join().includes(secret));
        });
    }

    it('two tenants with one webhook secret from two sources, without printing it', () => {
        const second: Record<string, unknown> = { ...tenant(), name: 'second', webhookSecret: { env: 'WEBHOOK' } };
        Object.assign(second['salesforce'] as object, { orgId: '00D000000000002' });
        Object.assign(second['gotallo'] as object, { tenantId: crypto.randomUUID() });
        const tenants = [{ ...tenant(), webhookSecret: { file: '/secret' } }, second];
        const files = { '/secret': `${WEBHOOK_SECRET}\n` };
        const faults = faultsOf(() => loadFile({ tenants }, { ...ENV, WEBHOOK: WEBHOOK_SECRET }, files));
        assert.match(
            faults.join('\n'),
            /^TENANTS_FILE tenants\[1\]\.webhookSecret is used by an earlier tenant[^\n]*$/
        );
        assert.ok(!faults.join().includes(WEBHOOK_SECRET));
    });

    it('a Lightning host with the advice to use the My Domain host', () => {
        const faults = faultsOf(() => loadWith('salesforce.instanceUrl', 'https://acme.lightning.force.com'));
        assert.match(faults.join(), /My Domain host/);
    });

    it('a member it does not know, and says which it knows', () => {
        const faults = faultsOf(() => loadWith('gotallo.tokn', { env: 'ACME_GOTALLO_TOKEN' }));
        assert.match(faults.join(), /^TENANTS_FILE tenants\[0\]\.gotallo\.tokn is not a setting; allowed: .*token/);
    });

    it('an unknown permission name, by its place in the list', () => {
        const faults = faultsOf(() => loadWith('salesforce.permissions.block', ['Fine', "it's not"]));
        assert.match(faults.join(), /^TENANTS_FILE tenants\[0\]\.salesforce\.permissions\.block\[1\] is not valid/);
    });

    it('two tenants with one name, one GoTallo tenant, or one org written in two ways', () => {
        const second = tenant();
        Object.assign(second['salesforce'] as object, { orgId: '00D000000000001' });
        const faults = faultsOf(() => loadFile({ tenants: [tenant(), second] }));
        assert.deepEqual(
            faults.map((fault) => fault.split(' is ')[0]),
            [
                'TENANTS_FILE tenants[1].name',
                'TENANTS_FILE tenants[1].salesforce.orgId',
                'TENANTS_FILE tenants[1].gotallo.tenantId'
            ]
        );
    });

    it('no tenants at all', () => {
        for (const file of [{ tenants: [] }, { tenants: {} }, {}, [], null, 'text']) {
            assert.match(faultsOf(() => loadFile(file)).join(), /^TENANTS_FILE /);
        }
    });

    it('no tenants file, or one that cannot be read', () => {
        assert.match(faultsOf(() => loadConfig({})).join(), /^TENANTS_FILE is missing/);
        assert.match(faultsOf(() => loadConfig({ TENANTS_FILE: '' })).join(), /^TENANTS_FILE is missing/);
        assert.match(faultsOf(() => loadConfig({ TENANTS_FILE: '/nowhere/tenants.json' })).join(), /cannot be read/);
    });

    it('a file that is not JSON, and tells the place but not the content', () => {
        const faults = faultsOf(() => loadText(`{ "token": "${TOKEN}", }`));
        assert.match(faults.join(), /^TENANTS_FILE is not JSON/);
        assert.ok(!faults.join().includes('gotallo-token'));
    });

    it('everything that is wrong at once', () => {
        const first = { ...tenant(), name: '' };
        const second = { ...tenant(), gotallo: { baseUrl: 'x', tenantId: 'y', token: 'z', extra: 1 } };
        const env = { ...ENV, PORT: 'x', EVIDENCE_SECONDS: 'y' };
        const settings = faultsOf(() => loadFile({ tenants: [first, second], more: 1 }, env)).map(
            (fault) => fault.split(' is ')[0]
        );
        assert.deepEqual(settings, [
            'PORT',
            'EVIDENCE_SECONDS',
            'TENANTS_FILE tenants[0].name',
            'TENANTS_FILE tenants[1].gotallo.baseUrl',
            'TENANTS_FILE tenants[1].gotallo.tenantId',
            'TENANTS_FILE tenants[1].gotallo.token',
            'TENANTS_FILE tenants[1].gotallo.extra',
            'TENANTS_FILE more',
            'TENANTS_FILE tenants[1].salesforce.orgId'
        ]);
    });
});
