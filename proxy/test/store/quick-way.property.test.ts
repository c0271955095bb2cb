import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Conversations } from '../../src/conversations/conversations.ts';
import type { ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import { Failure } from '../../src/lib/failure.ts';
import { createJournal } from '../../src/store/create-journal.ts';
import type { Database } from '../../src/store/database.ts';
import type { QuickWay } from '../../src/store/quick/quick-way.ts';
import { callerWhoSees } from '../support/caller.ts';
import { databaseForFile } from '../support/database.ts';
import { newConversation } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message, SUPERVISOR } from '../support/snapshot.ts';
import { FATES, TrueGoTallo } from '../support/true-gotallo.ts';

const RUNS = 60;

const text = fc.constantFrom(
    undefined,
    null,
    'Spam',
    'Zoë wrote "\\ud800" {1,2} \'; drop table block',
    'cut \ud83d',
    ''
);
const step = fc.record({
    command: fc.constantFrom('block', 'block', 'block', 'unblock', 'retry', 'undo', 'recover', 'AUTO_BOT', 'CLOSED'),
    reason: text,
    note: text,
    /** In hours from now. */
    until: fc.constantFrom(undefined, null, 1, 48),
    fates: fc.array(fc.constantFrom(...FATES), { maxLength: 2 }),
    reads: fc.constantFrom('nothing', 'nothing', 'state-and-native-block')
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Everything takes its transaction. */
function slowly({ quick }: Database): QuickWay {
    return {
        ...quick,
        accept: async () => false,
        startNativeCall: async () => false,
        confirm: async () => null
    };
}

/** Which of the writes took one statement. */
function counting({ quick }: Database, took: Set<keyof QuickWay>): QuickWay {
    const noted = <Answer>(name: keyof QuickWay, answer: Answer): Answer => {
        if (answer !== null && answer !== false) took.add(name);
        return answer;
    };
    return {
        read: quick.read,
        accept: async (row) => noted('accept', await quick.accept(row)),
        startNativeCall: async (row) => noted('startNativeCall', await quick.startNativeCall(row)),
        confirm: async (row) => noted('confirm', await quick.confirm(row))
    };
}

describe('the quick way', () => {
    const file = databaseForFile();
    const sue = callerWhoSees(message({ lastInboundAt: new Date() }), SUPERVISOR);

    function world(quick: QuickWay) {
        const goTallo = new TrueGoTallo();
        const journal = createJournal({ ...file.database, quick }, newConversation(), { leaseMs: 0 });
        const service = serviceWith({ goTallo, journal, timing: { recoveryMs: 0, inFlightMs: 0 } });
        return { goTallo, service, id: newConversation() };
    }

    async function carryOut(service: Conversations, id: ConversationId, { command, reason, note, until }: Step) {
        switch (command) {
            case 'block': {
                const end = typeof until === 'number' ? new Date(Date.now() + until * 3_600_000) : until;
                const terms = { reason, note, until: end };
                const said = Object.entries(terms).filter(([, value]) => value !== undefined);
                return service.block(sue, id, Object.fromEntries(said));
            }
            case 'unblock':
                return service.unblock(sue, id, { note: note ?? null });
            case 'retry':
                return service.retryNativeBlock(sue, id);
            case 'undo': {
                const { undo } = await service.view(sue, id);
                return undo === null ? null : service.undo(sue, id, undo.operationId);
            }
            case 'recover':
                return service.recover(() => {});
            default:
                return service.changeState(sue, id, command);
        }
    }

    async function take({ goTallo, service, id }: ReturnType<typeof world>, one: Step): Promise<unknown> {
        goTallo.fates = [...one.fates];
        goTallo.reads = one.reads as TrueGoTallo['reads'];
        try {
            return comparable(await carryOut(service, id, one));
        } catch (error) {
            assert.ok(error instanceof Failure, String(error));
            return comparable({ code: error.code, view: error.view });
        }
    }

    async function storedOf(id: ConversationId): Promise<unknown> {
        const { db } = file.database;
        const rows = await Promise.all(
            ['conversation', 'operation', 'block'].map(
                async (table) =>
                    (
                        await sql<{ row: Record<string, unknown> }>`
                            select to_jsonb(t) as row from ${sql.table(table)} as t
                            where conversation_id = ${id}
                            order by ${sql.ref(table === 'operation' ? 'number' : table === 'block' ? 'since' : 'tenant')}
                        `.execute(db)
                    ).rows
            )
        );
        return comparable(rows);
    }

    it('stores and tells what the transactions store and tell', async () => {
        const took = new Set<keyof QuickWay>();
        const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
            const quick = world(counting(file.database, took));
            const slow = world(slowly(file.database));
            for (const one of steps) {
                assert.deepEqual(await take(quick, one), await take(slow, one), `told after ${one.command}`);
                assert.deepEqual(await storedOf(quick.id), await storedOf(slow.id), `stored after ${one.command}`);
                assert.deepEqual(quick.goTallo.sent, slow.goTallo.sent);
            }
        });
        await fc.assert(property, { numRuns: RUNS });
        assert.deepEqual([...took].toSorted(), ['accept', 'confirm', 'startNativeCall'], 'what took one statement');
    });
});

/** With ids numbered as they come, and times and versions only told to be there: those differ. */
function comparable(value: unknown): unknown {
    const ids = new Map<string, string>();
    const numbered = (id: string): string => {
        if (!ids.has(id)) ids.set(id, `id ${ids.size}`);
        return ids.get(id) as string;
    };
    return JSON.parse(JSON.stringify(value ?? null), (key, part: unknown) => {
        if ((key === 'version' && part !== null) || key === 'number' || key === 'tenant') return 'some';
        if (typeof part !== 'string') return part;
        if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part)) return numbered(part);
        return /^\d{4}-\d\d-\d\dT/.test(part) ? 'some time' : part;
    });
}
