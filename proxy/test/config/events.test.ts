import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { secretsOf } from '../../src/config/secrets-of.ts';
import { createRedactor } from '../../src/http/redact.ts';

const SECRET = '8A4BE698BCA216718ECB0B1DCA294C69';
const CLIENT_ID = '3MVG9VwZxxW3bBQjhE6m21CG2nSS4WC.GNbZCtKeQxFH';
const KEY = rsaKey(2048);

const CLIENT_CREDENTIALS = { flow: 'client-credentials', clientId: CLIENT_ID, clientSecret: { env: 'SECRET' } };
const JWT_BEARER = {
    flow: 'jwt-bearer',
    clientId: CLIENT_ID,
    username: 'proxy@acme.example',
    privateKey: { file: 'key.pem' }
};

function rsaKey(modulusLength: number, type: 'pkcs1' | 'pkcs8' = 'pkcs8'): string {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
    return privateKey.export({ format: 'pem', type }).toString();
}

function load(events: unknown, key = KEY, secret = SECRET) {
    const tenant = {
        name: 'acme',
        salesforce: {
            orgId: '00D000000000001EAA',
            instanceUrl: 'https://acme.my.salesforce.com',
            permissions: { block: ['GoTallo_Block_Conversations'], manage: [] },
            events
        },
        gotallo: {
            baseUrl: 'https://api.gotallo.com/api/v1',
            tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
            token: { env: 'TOKEN' }
        }
    };
    const env = { TENANTS_FILE: '/etc/tenants.json', TOKEN: 'gotallo-token-value', SECRET: secret };
    return loadConfig(env, (path) => {
        if (path === '/etc/tenants.json') return JSON.stringify({ tenants: [tenant] });
        if (path === '/etc/key.pem') return key;
        throw new Error('ENOENT');
    });
}

function faultsOf(events: unknown, key?: string): string {
    try {
        load(events, key);
    } catch (error) {
        assert.ok(error instanceof ConfigError);
        return error.faults.join('\n');
    }
    return assert.fail('the configuration was accepted');
}

describe('salesforce.events', () => {
    it('may be left out or null: then nothing is published', () => {
        for (const events of [undefined, null]) assert.equal(load(events).tenants[0]?.salesforce.events, null);
    });

    it('takes client credentials', () => {
        const events = load(CLIENT_CREDENTIALS).tenants[0]?.salesforce.events;
        assert.ok(events?.flow === 'client-credentials');
        assert.deepEqual([events.clientId, events.clientSecret.reveal()], [CLIENT_ID, SECRET]);
    });

    it('takes a private key, for production unless another login host is named', () => {
        for (const [audience, expected] of [
            [undefined, 'https://login.salesforce.com'],
            ['https://test.salesforce.com/', 'https://test.salesforce.com']
        ]) {
            const events = load({ ...JWT_BEARER, audience }).tenants[0]?.salesforce.events;
            assert.ok(events?.flow === 'jwt-bearer');
            assert.deepEqual([events.username, events.audience], ['proxy@acme.example', expected]);
        }
    });

    it('takes a private key in the older form of PEM, and one of Windows', () => {
        for (const key of [rsaKey(2048, 'pkcs1'), KEY.replaceAll('\n', '\r\n')]) load(JWT_BEARER, key);
    });

    const refused: [setting: string, events: unknown][] = [
        ['events', 'client-credentials'],
        ['events.flow', { ...CLIENT_CREDENTIALS, flow: 'password' }],
        ['events.flow', {}],
        ['events.clientId', { ...CLIENT_CREDENTIALS, clientId: 'two words' }],
        ['events.clientSecret', { ...CLIENT_CREDENTIALS, clientSecret: SECRET }],
        ['events.clientSecret', { ...CLIENT_CREDENTIALS, clientSecret: { env: 'NOT_SET' } }],
        ['events.username', { ...CLIENT_CREDENTIALS, username: 'proxy@acme.example' }],
        ['events.username', { ...JWT_BEARER, username: 'proxy' }],
        ['events.privateKey', { ...JWT_BEARER, privateKey: { file: 'nowhere.pem' } }],
        ['events.privateKey', { ...JWT_BEARER, privateKey: undefined }],
        ['events.audience', { ...JWT_BEARER, audience: 'http://login.salesforce.com' }]
    ];
    for (const [setting, events] of refused) {
        it(`refuses ${JSON.stringify(events)}`, () => {
            const faults = faultsOf(events);
            assert.ok(faults.startsWith(`TENANTS_FILE tenants[0].salesforce.${setting} `), faults);
            assert.equal(faults.split('\n').length, 1, faults);
            assert.ok(!faults.includes(SECRET));
        });
    }

    const { privateKey: curve } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { privateKey: pss } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    const { privateKey: toEncrypt, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keys: [what: string, key: string][] = [
        ['of 1024 bits', rsaKey(1024)],
        ['for other signatures', pss.export({ format: 'pem', type: 'pkcs8' }).toString()],
        ['of another algorithm', curve.export({ format: 'pem', type: 'pkcs8' }).toString()],
        [
            'with a passphrase',
            toEncrypt.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()
        ],
        ['that is public', publicKey.export({ format: 'pem', type: 'spki' }).toString()],
        ['that is broken', KEY.replace(/\n.{20}/, '\n')],
        ['in one line', KEY.replaceAll('\n', ' ')]
    ];
    for (const [what, key] of keys) {
        it(`refuses a key ${what}, without printing it`, () => {
            const faults = faultsOf(JWT_BEARER, key);
            assert.match(faults, /events\.privateKey names no RSA private key that can be used; .*at least 2048 bits$/);
            assert.ok(!faults.includes(key.slice(40, 60)));
        });
    }

    it('tells all faults at once', () => {
        const faults = faultsOf({ flow: 'jwt-bearer', clientId: '', username: '', privateKey: {}, audience: '' });
        assert.equal(faults.split('\n').length, 4, faults);
    });

    it('shows neither secret nor key when it is printed', () => {
        for (const events of [CLIENT_CREDENTIALS, JWT_BEARER]) {
            const config = load(events);
            const printed = [JSON.stringify(config), inspect(config, { depth: 9 })].join();
            assert.ok(!printed.includes(SECRET));
            assert.ok(!printed.includes(KEY.slice(100, 120)));
        }
    });
});

describe('secretsOf', () => {
    it('keeps a client secret out of the log', () => {
        const redact = createRedactor(secretsOf(load(CLIENT_CREDENTIALS)));
        assert.equal(redact(JSON.stringify({ a: `x ${SECRET}` })), '{"a":"x [redacted]"}');
    });

    it('keeps every line of a private key out of the log, however its lines are broken', () => {
        for (const key of [KEY, KEY.replaceAll('\n', '\r\n')]) {
            const redact = createRedactor(secretsOf(load(JWT_BEARER, key)));
            const body = KEY.split('\n').filter((line) => line.length >= 16 && !line.includes('KEY'));
            for (const text of [KEY, KEY.replaceAll('\n', '\r\n'), KEY.replaceAll('\n', ''), ...body]) {
                const line = redact(JSON.stringify({ text }));
                for (const part of body) assert.ok(!line.includes(part), line);
            }
        }
    });

    it('leaves words alone that a key ends with', () => {
        for (const secret of secretsOf(load(JWT_BEARER))) assert.ok(secret.length >= 16);
    });
});
