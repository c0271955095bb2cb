import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import { findingsOf, findingsOfMessage } from '../../../src/conversations/knowledge/findings.ts';
import type { WebhookObservation, ReadObservation } from '../../../src/conversations/ports.ts';
import { newConversation } from '../../support/journal.ts';
import { at, snapshot, message, openBlock, nativeBlock, record, unfinished } from '../../support/snapshot.ts';

const NATIVE = true;
/** GoTallo, asked at that minute. */
function reading(
    state: ConversationState | null,
    minute = 40,
    isNativeBlocked: boolean | null = null
): ReadObservation {
    return { state, isNativeBlocked, at: at(minute), stateAt: at(minute) };
}

const BLOCKED = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, openBlock: openBlock() };

function notice(overrides: Partial<WebhookObservation> = {}): WebhookObservation {
    return {
        id: 'message-1',
        conversationId: newConversation(),
        writtenAt: at(40),
        modifiedAt: at(40),
        toldModifiedAt: at(40),
        isInbound: true,
        state: 'OPEN',
        channel: 'WHATSAPP',
        customerName: 'Maria Lopez',
        ...overrides
    };
}

describe('findingsOf', () => {
    it('finds nothing where GoTallo agrees with what is stored', () => {
        assert.equal(findingsOf(snapshot(BLOCKED, null, reading('BLOCKED')), NATIVE), null);
    });

    it('finds nothing in what one agent sees, however new', () => {
        const forged = message({ state: 'CLOSED', at: at(40) });
        assert.equal(findingsOf(snapshot({ ...BLOCKED, nativeBlock: nativeBlock('blocked') }, forged), NATIVE), null);
        assert.equal(findingsOf(snapshot({}, message({ state: 'BLOCKED' })), NATIVE), null);
    });

    it('finds that a block was ended elsewhere, by which state, and keeps that', () => {
        const found = findingsOf(snapshot(BLOCKED, null, reading('CLOSED')), NATIVE);
        assert.deepEqual(found?.blockEndedBy, { state: 'CLOSED', at: at(40) });
        assert.deepEqual(found.observedState, { state: 'CLOSED', at: at(40), source: 'gotallo' });
    });

    it('no longer knows of the channel when a block that held there was ended elsewhere', () => {
        const known = snapshot({ ...BLOCKED, nativeBlock: nativeBlock('blocked') }, null, reading('OPEN'));
        assert.equal(findingsOf(known, NATIVE)?.nativeBlock?.status, 'unconfirmed');
    });

    it('forgets a refusal with the block it belonged to', () => {
        const known = snapshot({ ...BLOCKED, nativeBlock: nativeBlock('refused') }, null, reading('OPEN'));
        assert.equal(findingsOf(known, NATIVE)?.nativeBlock?.status, 'not-blocked');
    });

    for (const outcome of ['pending', 'unknown', 'confirmed'] as const) {
        it(`finds nothing while a change is not finished (${outcome}), since it may be carried out at any moment`, () => {
            const waiting = unfinished({ outcome, isLeased: outcome === 'pending' });
            const known = { ...BLOCKED, nativeBlock: nativeBlock('blocked'), unfinished: waiting };
            assert.equal(findingsOf(snapshot(known, null, reading('OPEN')), NATIVE), null);
        });
    }

    describe('while something of ours may still undo what GoTallo confirmed', () => {
        const waiting = {
            ...BLOCKED,
            unfinished: unfinished({ outcome: 'confirmed', isLeased: false }),
            inFlight: { state: 'OPEN', isOver: true } as const
        };

        it('finds what others did, and that it is the target from now on', () => {
            const found = findingsOf(snapshot(waiting, null, reading('CLOSED')), NATIVE);
            assert.equal(found?.target, 'CLOSED');
            assert.deepEqual(found.blockEndedBy, { state: 'CLOSED', at: at(40) });
        });

        it('finds nothing in what our own late sending may have done, nor in what agrees', () => {
            assert.equal(findingsOf(snapshot(waiting, null, reading('OPEN')), NATIVE), null);
            assert.equal(findingsOf(snapshot(waiting, null, reading('BLOCKED')), NATIVE), null);
            const several = { ...waiting, inFlight: { state: null, isOver: false } };
            assert.equal(findingsOf(snapshot(several, null, reading('CLOSED')), NATIVE), null);
        });

        it('finds nothing while the target is just being sent once more', () => {
            const held = { ...waiting, unfinished: { ...waiting.unfinished, isLeased: true } };
            assert.equal(findingsOf(snapshot(held, null, reading('CLOSED')), NATIVE), null);
        });

        it('finds nothing in what was seen before, or about the same time', () => {
            assert.equal(findingsOf(snapshot(waiting, null, reading('CLOSED', 19)), NATIVE), null);
            const about = { state: 'CLOSED', at: new Date(at(20).getTime() + 10_000), source: 'webhook' } as const;
            assert.equal(findingsOf(snapshot({ ...waiting, observedState: about }), NATIVE), null);
        });

        it('finds nothing in a conversation that has expired, for nobody can set that', () => {
            assert.equal(findingsOf(snapshot(waiting, null, reading('EXPIRED')), NATIVE), null);
        });
    });

    it('finds nothing in a read of a channel whose native block is not used', () => {
        const read = reading(null, 50, true);
        assert.equal(findingsOf(snapshot({}, message(), read), !NATIVE), null);
    });

    it('finds nothing in a read that says what nobody ever doubted', () => {
        const read = reading(null, 50, false);
        assert.equal(findingsOf(snapshot({}, message(), read), NATIVE), null);
    });

    it('resolves the native block by a read, and says so in the history', () => {
        const read = reading(null, 50, true);
        const known = snapshot({ ...BLOCKED, nativeBlock: nativeBlock('unconfirmed') }, null, read);
        const found = findingsOf(known, NATIVE);
        assert.equal(found?.nativeBlock?.status, 'blocked');
        assert.deepEqual(found.resolvedBy, { by: null, status: 'blocked' });
    });
});

describe('findingsOfMessage', () => {
    it('tells state, channel, name and when they last wrote', () => {
        const found = findingsOfMessage(record(), notice(), NATIVE);
        assert.deepEqual(found.observedState, { state: 'OPEN', at: at(40), source: 'webhook' });
        assert.deepEqual(found.contact, { channel: 'WHATSAPP', customerName: 'Maria Lopez', lastInboundAt: at(40) });
    });

    it('does not take a message of an agent for one of theirs', () => {
        assert.equal(findingsOfMessage(record(), notice({ isInbound: false }), NATIVE).contact?.lastInboundAt, null);
    });

    it('takes no state from a message that names none of the five', () => {
        const found = findingsOfMessage(record(BLOCKED), notice({ state: null }), NATIVE);
        assert.equal(found.observedState, null);
        assert.equal(found.blockEndedBy, null);
    });

    it('notices that the block was ended elsewhere', () => {
        const found = findingsOfMessage(record(BLOCKED), notice(), NATIVE);
        assert.deepEqual(found.blockEndedBy, { state: 'OPEN', at: at(40) });
    });

    it('does not let a message from about the time of the block end it', () => {
        for (const [ms, ended] of [
            [900, false],
            [10_000, false],
            [10_001, true]
        ] as const) {
            const modifiedAt = new Date(at(20).getTime() + ms);
            const found = findingsOfMessage(record(BLOCKED), notice({ modifiedAt }), NATIVE);
            assert.equal(found.blockEndedBy !== null, ended, `${ms} ms`);
        }
    });

    it('does not let a message from before the block end it', () => {
        assert.equal(findingsOfMessage(record(BLOCKED), notice({ modifiedAt: at(19) }), NATIVE).blockEndedBy, null);
    });

    it('does not let an old message that comes late undo what a newer one told', () => {
        const observedState = { state: 'BLOCKED', at: at(45), source: 'webhook' } as const;
        assert.equal(findingsOfMessage(record({ ...BLOCKED, observedState }), notice(), NATIVE).blockEndedBy, null);
    });

    it('no longer calls somebody blocked by the channel who has written since', () => {
        const known = record({ ...BLOCKED, nativeBlock: nativeBlock('blocked', 25) });
        const found = findingsOfMessage(known, notice({ state: 'BLOCKED' }), NATIVE);
        assert.deepEqual([found.nativeBlock?.status, found.nativeBlock?.reason], ['unconfirmed', 'wrote-since']);
    });

    it('sees that also while a change waits to be sent once more, but not while one is under way', () => {
        const known = { ...BLOCKED, nativeBlock: nativeBlock('blocked', 25) };
        const waiting = record({ ...known, unfinished: unfinished({ outcome: 'confirmed', isLeased: false }) });
        assert.equal(
            findingsOfMessage(waiting, notice({ state: 'BLOCKED' }), NATIVE).nativeBlock?.reason,
            'wrote-since'
        );
        const underWay = record({ ...known, unfinished: unfinished() });
        assert.equal(findingsOfMessage(underWay, notice({ state: 'BLOCKED' }), NATIVE).nativeBlock, null);
    });

    it('still does when they wrote about the time of the block, or the agent did', () => {
        const known = record({ ...BLOCKED, nativeBlock: nativeBlock('blocked', 25) });
        const about = new Date(at(25).getTime() + 9_000);
        assert.equal(
            findingsOfMessage(known, notice({ state: 'BLOCKED', writtenAt: about }), NATIVE).nativeBlock,
            null
        );
        assert.equal(
            findingsOfMessage(known, notice({ state: 'BLOCKED', isInbound: false }), NATIVE).nativeBlock,
            null
        );
    });

    it('no longer knows of the channel when others set BLOCKED', () => {
        const found = findingsOfMessage(record(), notice({ state: 'BLOCKED' }), NATIVE);
        assert.equal(found.nativeBlock?.reason, 'changed-elsewhere');
    });
});
