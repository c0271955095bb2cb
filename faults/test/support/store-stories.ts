import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import {
    accept,
    accepting,
    ANA,
    BLOCK,
    carryOut,
    confirmed,
    SAM,
    UNBLOCK
} from '../../../proxy/test/support/commands.ts';
import { until } from '../../../proxy/test/support/until.ts';
import type { ConversationRecord } from '../../../proxy/src/conversations/knowledge/records.ts';
import type { AcceptedOperation, Journal } from '../../../proxy/src/conversations/protocol/journal.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { DatabaseLine } from '../../stand/database-line.ts';
import type { Edit } from '../../stand/proxy-copy.ts';

/** Two proxies' journals of one tenant in one database. */
export interface StoreScene {
    /** Reaches the database by way of the line. Its leases are over at once. */
    brief: Journal;
    /** The same, with leases that last. */
    first: Journal;
    second: Journal;
    line: DatabaseLine;
    /** Somebody else in the same database. */
    session: Client;
}

/** A story of the quick way that breaks with a mistake, and not without it. */
export interface StoreStory {
    /** What the mistake is, in the rest of the sentence "breaks with …". */
    name: string;
    mistake: Edit;
    /** What it breaks, as the histories name it. */
    invariant: Violation['invariant'];
    /** Plays it. @returns what is broken; null when nothing is */
    play(scene: StoreScene): Promise<string | null>;
}

const ACCEPTANCE = 'store/quick/acceptance.ts';
const CONFIRMATION = 'store/quick/confirmation.ts';

export const STORE_STORIES: readonly StoreStory[] = [
    {
        name: 'a command that is accepted without a look at the version',
        mistake: { file: ACCEPTANCE, replace: [' and c.version = a.version', ''] },
        invariant: 'direction',
        play: judgedByWhatIsNotStored
    },
    {
        name: 'a trigger that does not raise the version',
        mistake: {
            file: 'store/migrations/0001-journal.ts',
            replace: ["new.version := nextval('conversation_version_seq');", '']
        },
        invariant: 'direction',
        play: judgedByWhatIsNotStored
    },
    {
        name: 'a block that is confirmed without the lease',
        mistake: { file: CONFIRMATION, replace: ['and seen.lease_id = a.lease_id', ''] },
        invariant: 'lastCommand',
        async play({ brief, second }) {
            const operation = await accept(brief, randomUUID(), BLOCK);
            await takeOver(second);
            return confirmedThough('another proxy had taken it up', await settled(brief, operation));
        }
    },
    {
        name: 'a block that is confirmed though its conversation changed while the statement ran',
        mistake: { file: CONFIRMATION, replace: ['and c.version = seen.version', ''] },
        invariant: 'lastCommand',
        async play({ first, session }) {
            const [held, lost] = await acceptedPair(first);
            await holdWrites(session, held);
            const answers = confirmedTogether(first, [held, lost]);
            await isWaitedFor(session);
            await takenAway(session, lost);
            await letGo(session);
            return confirmedThough('another proxy held it by then', (await answers)[1] ?? null);
        }
    },
    {
        name: 'the answer about one row of a batch that is given to another',
        mistake: {
            file: 'store/quick/in-one-statement.ts',
            replace: [
                'rows.map(({ operation_id: id }) => written.get(id) ?? null)',
                'rows.map((_, index) => [...written.values()][index] ?? null)'
            ]
        },
        invariant: 'answer',
        async play({ first, session }) {
            const [lost, other] = await acceptedPair(first);
            await takenAway(session, lost);
            const [told] = await confirmedTogether(first, [lost, other]);
            return confirmedThough('another proxy had taken it up', told ?? null);
        }
    },
    {
        name: 'a statement without an answer that is taken for one that was refused',
        mistake: {
            file: 'store/store-failure.ts',
            replace: ["&& 'code' in thrown)) return false;", "&& 'code' in thrown)) return true;"]
        },
        invariant: 'journal',
        async play({ brief, line }) {
            const id = randomUUID();
            const known = await brief.read(id);
            line.onRows = ({ kind }) => (kind === 'accept' ? { when: 'after the commit' } : null);
            const told = await brief.accept(id, ANA, accepting(BLOCK), known).catch(codeOf);
            line.onRows = () => null;
            const history = await brief.history(id);
            const isHonest = told === 'result-not-stored' && history.length === 1;
            return isHonest ? null : `One block was asked for, and the history has ${history.length}.`;
        }
    },
    {
        name: "a Block User whose end is not written down with its block's confirmation",
        mistake: {
            file: CONFIRMATION,
            replace: ['is_native_called: nativeCall !== null', 'is_native_called: false']
        },
        invariant: 'status',
        async play({ first }) {
            const operation = await accept(first, randomUUID(), BLOCK);
            await first.startNativeCall(operation);
            const nativeBlock = { status: 'blocked', reason: null, at: new Date() } as const;
            await first.complete(operation, confirmed({ nativeCall: { nativeBlock, inFlightMs: 0 } }));
            const { nativeBlock: stored } = await first.read(operation.conversationId);
            return stored?.status === 'blocked' ? null : `GoTallo confirmed it, and it is stored as ${stored?.status}.`;
        }
    }
];

/** A command is judged, and somebody else blocks before it is accepted: it is to be judged anew. */
async function judgedByWhatIsNotStored({ first, second }: StoreScene): Promise<string | null> {
    const id = randomUUID();
    await carryOut(second, id, UNBLOCK, confirmed());
    const known = await first.read(id);
    await carryOut(second, id, BLOCK, confirmed(), SAM);
    const { record } = await first.accept(id, ANA, accepting(UNBLOCK), known);
    return record.openBlock === null ? 'An unblock was accepted by a record without the block that was stored.' : null;
}

async function takeOver(journal: Journal): Promise<void> {
    const taken = await journal.claimDue(1);
    if (taken.length !== 1) throw new Error('There was nothing to take up.');
}

async function acceptedPair(journal: Journal): Promise<[AcceptedOperation, AcceptedOperation]> {
    return [await accept(journal, randomUUID(), BLOCK), await accept(journal, randomUUID(), BLOCK)];
}

/** In one batch. @returns what is stored of each, null for what was not stored */
function confirmedTogether(
    journal: Journal,
    operations: readonly AcceptedOperation[]
): Promise<(ConversationRecord | null)[]> {
    return Promise.all(operations.map((operation) => settled(journal, operation)));
}

/** @returns null when it was not stored */
async function settled(journal: Journal, operation: AcceptedOperation): Promise<ConversationRecord | null> {
    return journal.complete(operation, confirmed()).catch((error: unknown) => {
        if (codeOf(error) === 'result-not-stored') return null;
        throw error;
    });
}

function confirmedThough(what: string, record: ConversationRecord | null): string | null {
    return record === null ? null : `A block was confirmed though ${what}.`;
}

function codeOf(error: unknown): unknown {
    return (error as { code?: unknown }).code;
}

/** As another proxy does that takes the conversation up. */
async function takenAway(session: Client, { conversationId }: AcceptedOperation): Promise<void> {
    await session.query('update conversation set lease_id = gen_random_uuid() where conversation_id = $1', [
        conversationId
    ]);
}

/** The lock that held writes wait for. */
const HELD = 14;

/** From now on the first write of that conversation waits in the middle of its statement, until it is let go. */
async function holdWrites(session: Client, { conversationId }: AcceptedOperation): Promise<void> {
    await session.query(`
        create function wait_in_test() returns trigger language plpgsql as $$
        begin
            perform pg_advisory_xact_lock_shared(${HELD});
            return new;
        end $$;
        create trigger wait_in_test before update on conversation for each row
            when (old.conversation_id = '${conversationId}') execute function wait_in_test();
        create trigger wait_in_test before update on block for each row
            when (old.conversation_id = '${conversationId}') execute function wait_in_test();
        select pg_advisory_lock(${HELD})`);
}

async function isWaitedFor(session: Client): Promise<void> {
    const waiting = "select from pg_locks where locktype = 'advisory' and not granted";
    await until(async () => (await session.query(waiting)).rowCount === 1);
}

async function letGo(session: Client): Promise<void> {
    await session.query(`select pg_advisory_unlock(${HELD})`);
}
