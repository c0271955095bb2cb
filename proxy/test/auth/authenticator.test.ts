import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { createAuthenticator, type AuthenticatorOptions } from '../../src/auth/authenticator.ts';
import { Failure } from '../../src/lib/failure.ts';
import type { UserInfo } from '../../src/salesforce/user-info.ts';

const ORG = '00D000000000001EAA';
const OPAQUE = '00D000000000001!';
const TOKEN = `${OPAQUE}agent`;
const ADA: UserInfo = { userId: '005000000000001AAA', organizationId: ORG, name: 'Ada', userType: 'STANDARD' };
const PERMISSIONS = { block: ['Block', 'Social25.Change'], manage: ['Manage'] };

/** An org whose answers are set by the test, and that counts its calls. */
class FakeOrg {
    user: () => Promise<UserInfo> = () => Promise.resolve(ADA);
    held: () => Promise<string[]> = () => Promise.resolve(['Block']);
    readonly calls: string[] = [];

    userInfo(token: string): Promise<UserInfo> {
        this.calls.push(`userInfo ${token}`);
        return this.user();
    }

    async heldPermissions(token: string, names: readonly string[]): Promise<ReadonlySet<string>> {
        this.calls.push(`heldPermissions ${token} ${names.join(' ')}`);
        return new Set(await this.held());
    }
}

function setUp(options: Partial<AuthenticatorOptions> = {}) {
    const salesforce = new FakeOrg();
    const time = { now: 1_000 };
    const authenticator = createAuthenticator({
        salesforce,
        orgId: ORG,
        permissions: PERMISSIONS,
        cacheSeconds: 60,
        clock: () => time.now,
        ...options
    });
    return {
        salesforce,
        time,
        authenticate: (token = TOKEN) => authenticator.authenticate(token),
        known: (token = TOKEN) => authenticator.known(token)
    };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
    const error = await promise.then(
        () => assert.fail('no failure'),
        (reason: unknown) => reason
    );
    assert.ok(error instanceof Failure, inspect(error));
    return error.code;
}

const failing = (code: ConstructorParameters<typeof Failure>[0]) => () => Promise.reject(new Failure(code));

describe('authenticate', () => {
    it('tells who the agent is and what they may do, in two calls', async () => {
        const { salesforce, authenticate } = setUp();
        assert.deepEqual(await authenticate(), {
            id: '005000000000001AAA',
            name: 'Ada',
            permissions: { block: true, manage: false }
        });
        assert.deepEqual(salesforce.calls, [
            `userInfo ${TOKEN}`,
            `heldPermissions ${TOKEN} Block Social25.Change Manage`
        ]);
    });

    const held: [held: string[], block: boolean, manage: boolean][] = [
        [['Block', 'Manage'], true, true],
        [['Social25.Change'], true, false],
        [['Manage'], false, true],
        [[], false, false]
    ];
    for (const [names, block, manage] of held) {
        it(`takes [${names.join()}] as block: ${block}, manage: ${manage}`, async () => {
            const { salesforce, authenticate } = setUp();
            salesforce.held = () => Promise.resolve(names);
            assert.deepEqual((await authenticate()).permissions, { block, manage });
        });
    }

    it('refuses people of another org', async () => {
        const { salesforce, authenticate } = setUp();
        salesforce.user = () => Promise.resolve({ ...ADA, organizationId: '00D000000000002EAA' });
        assert.equal(await codeOf(authenticate()), 'wrong-org');
    });

    for (const user of [failing('invalid-token'), () => Promise.resolve({ ...ADA, userType: 'Guest' })]) {
        it('asks nothing about what somebody may do before it is known who they are', async () => {
            const { salesforce, authenticate } = setUp();
            salesforce.user = user;
            await codeOf(authenticate());
            assert.deepEqual(salesforce.calls, [`userInfo ${TOKEN}`]);
        });
    }

    const impossible = [
        '00D000000000002!agent',
        '00d000000000001!agent',
        `${ORG}!agent`,
        '00D000000000001',
        'a.b',
        'a..c'
    ];
    for (const token of [...impossible, 'a.b.c.d', 'a.b.c=', ' a.b.c', '']) {
        it(`refuses ${JSON.stringify(token)}, which cannot be a token of the org, without asking`, async () => {
            const { salesforce, authenticate } = setUp();
            assert.equal(await codeOf(authenticate(token)), 'invalid-token');
            assert.deepEqual(salesforce.calls, []);
        });
    }

    it('asks about a JWT', async () => {
        const { authenticate } = setUp();
        assert.equal((await authenticate('eyJh-_.eyJz.c2ln')).name, 'Ada');
    });

    for (const userType of ['CspLitePortal', 'PowerPartner', 'Guest', 'standard', '']) {
        it(`refuses a user of type ${JSON.stringify(userType)}`, async () => {
            const { salesforce, authenticate } = setUp();
            salesforce.user = () => Promise.resolve({ ...ADA, userType });
            assert.equal(await codeOf(authenticate()), 'user-type-not-allowed');
        });
    }

    it('explains a stranger by who they are, not by what their permission query answers', async () => {
        const { salesforce, authenticate } = setUp();
        salesforce.held = failing('api-disabled');
        salesforce.user = () => Promise.resolve({ ...ADA, userType: 'Guest' });
        assert.equal(await codeOf(authenticate()), 'user-type-not-allowed');
    });

    for (const code of ['invalid-token', 'api-disabled', 'salesforce-unavailable'] as const) {
        it(`passes on ${code} of either call`, async () => {
            const first = setUp();
            first.salesforce.user = failing(code);
            assert.equal(await codeOf(first.authenticate()), code);
            const second = setUp();
            second.salesforce.held = failing(code);
            assert.equal(await codeOf(second.authenticate()), code);
        });
    }

    it('passes on an error that is no failure', async () => {
        const { salesforce, authenticate } = setUp();
        salesforce.user = () => Promise.reject(new TypeError('defect'));
        await assert.rejects(authenticate(), TypeError);
    });
});

describe('a known agent', () => {
    it('is told at once, for as long as the verdict is used', async () => {
        const { salesforce, time, authenticate, known } = setUp();
        const agent = await authenticate();
        time.now += 59_999;
        assert.equal(known(), agent);
        time.now += 2;
        assert.equal(known(), null);
        assert.equal(salesforce.calls.length, 2);
    });

    it('is nobody whose token was never asked about, or is being asked about, and asking so asks nobody', async () => {
        const { salesforce, authenticate, known } = setUp();
        assert.equal(known(), null);
        const asked = authenticate();
        assert.equal(known(), null);
        await asked;
        for (const token of [`${TOKEN}s`, TOKEN.slice(0, -1), '', 'two words']) assert.equal(known(token), null);
        assert.equal(salesforce.calls.length, 2);
    });

    it('is nobody who was refused', async () => {
        const { salesforce, authenticate, known } = setUp();
        salesforce.user = () => Promise.resolve({ ...ADA, userType: 'GUEST' });
        await codeOf(authenticate());
        assert.equal(known(), null);
    });

    it('is nobody when AUTH_CACHE_SECONDS is 0', async () => {
        const { authenticate, known } = setUp({ cacheSeconds: 0 });
        await authenticate();
        assert.equal(known(), null);
    });
});

describe('the verdict on a token', () => {
    it('is used again without a call until its time is over', async () => {
        const { salesforce, time, authenticate } = setUp();
        const agent = await authenticate();
        time.now += 59_999;
        assert.equal(await authenticate(), agent);
        assert.equal(salesforce.calls.length, 2);
    });

    it('is asked anew after its time, so that a permission taken away is noticed', async () => {
        const { salesforce, time, authenticate } = setUp();
        await authenticate();
        salesforce.held = () => Promise.resolve([]);
        time.now += 60_001;
        assert.equal((await authenticate()).permissions.block, false);
        assert.equal(salesforce.calls.length, 4);
    });

    it('is as old as its question, however late the answer came', async () => {
        const { salesforce, time, authenticate } = setUp();
        salesforce.user = () => {
            time.now += 50_000;
            return Promise.resolve(ADA);
        };
        await authenticate();
        time.now += 10_001;
        await authenticate();
        assert.equal(salesforce.calls.length, 4);
    });

    it('is found once for all who ask at the same time', async () => {
        const { salesforce, authenticate } = setUp();
        const agents = await Promise.all(Array.from({ length: 20 }, () => authenticate()));
        assert.equal(new Set(agents).size, 1);
        assert.equal(salesforce.calls.length, 2);
    });

    it('fails for all who ask at the same time, each with a failure of their own', async () => {
        const { salesforce, authenticate } = setUp();
        salesforce.user = failing('invalid-token');
        const reasons = await Promise.allSettled([authenticate(), authenticate()]);
        const failures = reasons.map((result) => result.status === 'rejected' && (result.reason as unknown));
        assert.equal(salesforce.calls.length, 1);
        assert.notEqual(failures[0], failures[1]);
    });

    it('belongs to one token alone', async () => {
        const { salesforce, authenticate } = setUp();
        await authenticate(`${OPAQUE}one`);
        salesforce.user = failing('invalid-token');
        assert.equal(await codeOf(authenticate(`${OPAQUE}two`)), 'invalid-token');
        assert.equal((await authenticate(`${OPAQUE}one`)).name, 'Ada');
    });

    it('is never used again when AUTH_CACHE_SECONDS is 0', async () => {
        const { salesforce, authenticate } = setUp({ cacheSeconds: 0 });
        await authenticate();
        await authenticate();
        assert.equal(salesforce.calls.length, 4);
    });

    it('makes room for others when there are too many', async () => {
        const { salesforce, authenticate } = setUp({ maxEntries: 2 });
        for (const token of [`${OPAQUE}one`, `${OPAQUE}two`, `${OPAQUE}three`, `${OPAQUE}one`])
            await authenticate(token);
        assert.equal(salesforce.calls.length, 8);
    });

    for (const code of ['invalid-token', 'api-disabled'] as const) {
        it(`is kept for five seconds when it is ${code}`, async () => {
            const { salesforce, time, authenticate } = setUp();
            salesforce.user = failing(code);
            assert.equal(await codeOf(authenticate()), code);
            time.now += 4_999;
            assert.equal(await codeOf(authenticate()), code);
            assert.equal(salesforce.calls.length, 1);
            time.now += 2;
            salesforce.user = () => Promise.resolve(ADA);
            assert.equal((await authenticate()).name, 'Ada');
        });
    }

    it('is not kept when Salesforce could not be asked', async () => {
        const { salesforce, authenticate } = setUp();
        salesforce.user = failing('salesforce-unavailable');
        assert.equal(await codeOf(authenticate()), 'salesforce-unavailable');
        salesforce.user = () => Promise.resolve(ADA);
        assert.equal((await authenticate()).name, 'Ada');
    });

    it('cannot be changed by those who get it', async () => {
        const agent = await setUp().authenticate();
        assert.throws(() => Object.assign(agent.permissions, { manage: true }), TypeError);
    });
});

describe('tokens that nobody knows', () => {
    /** An org that is asked about two at once, while one waits, and that says nothing about a stranger. */
    function underAttack() {
        const parts = setUp({ strangers: { atOnce: 2, waiting: 1 } });
        const answers: ((user: UserInfo) => void)[] = [];
        const strangers: Promise<unknown>[] = [];
        const attack = (count: number): void => {
            parts.salesforce.user = () => new Promise((resolve) => answers.push(resolve));
            for (let number = 0; number < count; number += 1) {
                const made = parts.authenticate(`${OPAQUE}made-up-${strangers.length}`);
                strangers.push(made);
                made.catch(() => {});
            }
        };
        return { ...parts, answers, strangers, attack };
    }

    it('are asked about a few at a time, and refused as trouble of the moment when too many wait', async () => {
        const { salesforce, strangers, attack, answers } = underAttack();
        attack(4);
        const failure = await strangers[3]?.catch((error: unknown) => error);
        assert.ok(failure instanceof Failure);
        assert.deepEqual([failure.code, failure.retryAfterSeconds], ['salesforce-unavailable', 1]);
        assert.equal(salesforce.calls.length, 2);
        answers[0]?.(ADA);
        await strangers[0];
        assert.equal(salesforce.calls.filter((call) => call.startsWith('userInfo')).length, 3);
    });

    it('do not keep an agent waiting who is known, also when their verdict is too old', async () => {
        const { salesforce, time, authenticate, attack } = underAttack();
        await authenticate();
        attack(4);
        assert.equal((await authenticate()).name, 'Ada');
        time.now += 60_001;
        salesforce.user = () => Promise.resolve(ADA);
        assert.equal((await authenticate()).name, 'Ada');
    });

    it('are among them again once they were refused', async () => {
        const { salesforce, time, authenticate, attack } = underAttack();
        await authenticate();
        time.now += 60_001;
        salesforce.user = failing('invalid-token');
        await codeOf(authenticate());
        time.now += 5_001;
        attack(4);
        assert.equal(await codeOf(authenticate()), 'salesforce-unavailable');
    });

    it('are not kept as refused when they were not asked about', async () => {
        const { salesforce, strangers, attack, answers, authenticate } = underAttack();
        attack(3);
        assert.equal(await codeOf(authenticate()), 'salesforce-unavailable');
        salesforce.user = () => Promise.resolve(ADA);
        for (const answer of answers) answer(ADA);
        await Promise.all(strangers);
        assert.equal((await authenticate()).name, 'Ada');
    });
});
