import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Acceptance, Ending, Journal, Operation, Wish } from '../../src/conversations/records.ts';
import { Failure } from '../../src/failure.ts';
import { openStore } from '../../src/store/store.ts';
import { newConversation, storeForFile } from '../support/journal.ts';

const ANA = { id: '005000000000001AAA', name: 'Ana Silva' };
const SAM = { id: '005000000000003AAA', name: 'Sam Lee' };
const BLOCK: Wish = { kind: 'block', state: 'BLOCKED', reason: 'Spam', note: 'crypto links' };
const UNBLOCK: Wish = { kind: 'unblock', state: 'OPEN', reason: null, note: null };
const CONFIRMED: Ending = { outcome: 'confirmed', failure: null, doubt: null };
const REFUSED: Ending = { outcome: 'failed', failure: 'gotallo-refused', doubt: null };
const DOUBT = { kind: 'block', at: new Date() } as const;
const UNKNOWN: Ending = { outcome: 'unknown', failure: 'gotallo-timeout', doubt: DOUBT };
const ACCEPTANCE: Acceptance = { endsOpenBlock: false, isDoubtful: true };

async function carryOut(journal: Journal, id: string, wish: Wish, ending: Ending, by = ANA): Promise<Operation> {
    const operation = await journal.accept(id, wish, by, ACCEPTANCE);
    await journal.settle(id, operation, ending);
    return operation;
}

describe('the journal', () => {
    const file = storeForFile();
    const journalOf = (tenant = 'acme') => file.store.journalOf(tenant);

    it('holds nothing of a conversation nobody touched', async () => {
        const nothing = { confirmedState: null, doubt: null, openBlock: null };
        assert.deepEqual(await journalOf().read(newConversation()), nothing);
    });

    it('has the state in doubt as soon as a wish is accepted that differs from it, until the answer is written down', async () => {
        const id = newConversation();
        const operation = await journalOf().accept(id, BLOCK, ANA, ACCEPTANCE);
        assert.deepEqual((await journalOf().read(id)).doubt, { kind: 'block', at: operation.acceptedAt });
        assert.equal((await journalOf().settle(id, operation, CONFIRMED)).doubt, null);
    });

    it('leaves no doubt about a wish that is what GoTallo confirmed already', async () => {
        const id = newConversation();
        await journalOf().accept(id, BLOCK, ANA, { ...ACCEPTANCE, isDoubtful: false });
        assert.equal((await journalOf().read(id)).doubt, null);
    });

    it('credits a block to the agent whose wish GoTallo confirmed', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, { ...BLOCK, reason: 'Fraud' }, CONFIRMED, SAM);
        const { openBlock } = await journalOf().read(id);
        assert.deepEqual(openBlock?.by, SAM);
        assert.equal(openBlock.reason, 'Fraud');
    });

    it('has the operation and an unconfirmed block as soon as it is accepted', async () => {
        const id = newConversation();
        await journalOf().accept(id, BLOCK, ANA, ACCEPTANCE);
        const [operation] = await journalOf().history(id);
        assert.equal(operation?.outcome, 'under-way');
        assert.equal(operation?.endedAt, null);
        const { openBlock, confirmedState } = await journalOf().read(id);
        assert.equal(openBlock?.confirmed, false);
        assert.equal(confirmedState, null);
    });

    it('confirms state and block together', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, CONFIRMED);
        const { openBlock, confirmedState } = await journalOf().read(id);
        assert.equal(confirmedState?.state, 'BLOCKED');
        assert.equal(openBlock?.confirmed, true);
        assert.deepEqual(openBlock?.by, ANA);
        assert.equal(openBlock?.note, 'crypto links');
    });

    it('changes only reason and note when somebody blocks again', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, CONFIRMED);
        const first = (await journalOf().read(id)).openBlock;
        await carryOut(journalOf(), id, { ...BLOCK, reason: 'Abuse', note: null }, CONFIRMED, SAM);
        assert.deepEqual((await journalOf().read(id)).openBlock, { ...first, reason: 'Abuse', note: null });
    });

    it('keeps the reason of a confirmed block when blocking again is refused', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, CONFIRMED);
        await carryOut(journalOf(), id, { ...BLOCK, reason: 'Abuse' }, REFUSED);
        const { openBlock } = await journalOf().read(id);
        assert.equal(openBlock?.reason, 'Spam');
        assert.equal(openBlock?.confirmed, true);
    });

    it('leaves no block behind when GoTallo refused it', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, REFUSED);
        assert.deepEqual(await journalOf().read(id), { confirmedState: null, doubt: null, openBlock: null });
        assert.equal((await journalOf().history(id))[0]?.failure, 'gotallo-refused');
    });

    it('keeps an unconfirmed block and the doubt when no clear answer came', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        const { openBlock, doubt } = await journalOf().read(id);
        assert.equal(openBlock?.confirmed, false);
        assert.equal(doubt?.kind, 'block');
    });

    it('does not let a refused repeat take back the doubt about an earlier block', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, BLOCK, { ...REFUSED, doubt: DOUBT });
        const { openBlock, doubt } = await journalOf().read(id);
        assert.equal(openBlock?.confirmed, false);
        assert.equal(doubt?.kind, 'block');
    });

    it('ends every doubt with a confirmed change', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, UNBLOCK, CONFIRMED);
        const { openBlock, doubt, confirmedState } = await journalOf().read(id);
        assert.equal(doubt, null);
        assert.equal(openBlock, null);
        assert.equal(confirmedState?.state, 'OPEN');
    });

    it('opens a new block where the old one no longer held', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, CONFIRMED);
        const first = (await journalOf().read(id)).openBlock;
        const again = await journalOf().accept(id, BLOCK, SAM, { ...ACCEPTANCE, endsOpenBlock: true });
        await journalOf().settle(id, again, CONFIRMED);
        const second = (await journalOf().read(id)).openBlock;
        assert.notEqual(second?.id, first?.id);
        assert.deepEqual(second?.by, SAM);
    });

    it('lists every operation, newest first', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, UNKNOWN);
        await carryOut(journalOf(), id, BLOCK, CONFIRMED);
        await carryOut(journalOf(), id, UNBLOCK, CONFIRMED);
        const history = await journalOf().history(id);
        assert.deepEqual(
            history.map(({ wish, outcome }) => `${wish.kind} ${outcome}`),
            ['unblock confirmed', 'block confirmed', 'block unknown']
        );
    });

    it('ends what could not be written down as unknown when the next wish is accepted', async () => {
        const id = newConversation();
        await journalOf().accept(id, BLOCK, ANA, ACCEPTANCE);
        await carryOut(journalOf(), id, UNBLOCK, CONFIRMED);
        const history = await journalOf().history(id);
        assert.deepEqual(
            history.map(({ outcome, failure }) => [outcome, failure]),
            [
                ['confirmed', null],
                ['unknown', 'result-not-stored']
            ]
        );
    });

    it('ends a block that ended elsewhere, and not the one that has taken its place', async () => {
        const id = newConversation();
        await carryOut(journalOf(), id, BLOCK, CONFIRMED);
        const first = (await journalOf().read(id)).openBlock?.id ?? '';
        await journalOf().endBlock(id, first);
        assert.equal((await journalOf().read(id)).openBlock, null);
        await carryOut(journalOf(), id, BLOCK, CONFIRMED, SAM);
        await journalOf().endBlock(id, first);
        assert.deepEqual((await journalOf().read(id)).openBlock?.by, SAM);
    });

    it('keeps the tenants apart', async () => {
        const id = newConversation();
        await carryOut(journalOf('acme'), id, BLOCK, CONFIRMED);
        assert.deepEqual(await journalOf('other').history(id), []);
        assert.equal((await journalOf('other').read(id)).openBlock, null);
    });
});

describe('the embedded store', () => {
    it('keeps what was accepted over a restart, and marks what nobody finished as unknown', async () => {
        const folder = await mkdtemp(path.join(tmpdir(), 'store-'));
        const id = newConversation();
        const first = await openStore(folder);
        await first.journalOf('acme').accept(id, BLOCK, ANA, ACCEPTANCE);
        await first.close();

        const second = await openStore(folder);
        const [operation] = await second.journalOf('acme').history(id);
        const { doubt } = await second.journalOf('acme').read(id);
        await second.close();
        await rm(folder, { recursive: true });
        assert.equal(operation?.outcome, 'unknown');
        assert.equal(operation?.failure, 'interrupted');
        assert.equal(doubt?.kind, 'block');
    });

    it('tells a lost store from a lost result, and gives away nothing that was written', async () => {
        const store = await openStore('memory://');
        const journal = store.journalOf('acme');
        const id = newConversation();
        const operation = await journal.accept(id, BLOCK, ANA, ACCEPTANCE);
        await store.close();
        assert.equal(await store.isReachable(), false);
        await assert.rejects(journal.read(id), hasCode('store-unavailable'));
        await assert.rejects(journal.accept(id, BLOCK, ANA, ACCEPTANCE), hasCode('store-unavailable'));
        await assert.rejects(journal.settle(id, operation, CONFIRMED), hasCode('result-not-stored'));
    });

    it('does not carry notes in its errors', async () => {
        const store = await openStore('memory://');
        const noUuid = store.journalOf('acme').accept('no uuid', BLOCK, ANA, ACCEPTANCE);
        await assert.rejects(noUuid, (error: Failure) => {
            assert.ok(error.cause instanceof Error);
            assert.ok(!JSON.stringify(error.cause, Object.getOwnPropertyNames(error.cause)).includes('crypto links'));
            assert.deepEqual(Object.keys(error.cause), ['name']);
            return true;
        });
        await store.close();
    });
});

function hasCode(code: string): (error: unknown) => boolean {
    return (error) => error instanceof Failure && error.code === code;
}
