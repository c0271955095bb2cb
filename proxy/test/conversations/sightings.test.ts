import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageNotice } from '../../src/conversations/ports.ts';
import { findingsOf, findingsOfMessage } from '../../src/conversations/sightings.ts';
import { at, facts, message, openBlock, platform, record, unfinished } from '../support/facts.ts';
import { newConversation } from '../support/journal.ts';

const NATIVE = { isNative: true, lateMs: 60_000 };
const BLOCKED = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, openBlock: openBlock() };

function notice(overrides: Partial<MessageNotice> = {}): MessageNotice {
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
    it('finds nothing where the evidence agrees with what is stored', () => {
        assert.equal(findingsOf(facts(BLOCKED, message()), NATIVE), null);
    });

    it('finds that a block was ended elsewhere, and by which state', () => {
        const found = findingsOf(facts(BLOCKED, message({ state: 'CLOSED', at: at(40) })), NATIVE);
        assert.deepEqual(found?.blockEndedBy, { state: 'CLOSED', at: at(40) });
    });

    it('no longer knows of the platform when a block that held there was ended elsewhere', () => {
        const known = facts({ ...BLOCKED, platform: platform('blocked') }, message({ at: at(40) }));
        assert.equal(findingsOf(known, NATIVE)?.platform?.status, 'unconfirmed');
    });

    it('forgets a refusal with the block it belonged to', () => {
        const known = facts({ ...BLOCKED, platform: platform('refused') }, message({ at: at(40) }));
        assert.equal(findingsOf(known, NATIVE)?.platform?.status, 'not-blocked');
    });

    it('finds nothing while a change is not finished, since it may be carried out at any moment', () => {
        const known = { ...BLOCKED, platform: platform('blocked'), unfinished: unfinished() };
        assert.equal(findingsOf(facts(known, message({ at: at(40) })), NATIVE), null);
    });

    it('finds nothing in a reading of a channel whose own block is not used', () => {
        const reading = { state: null, isPlatformBlocked: true, at: at(50), stateAt: at(50) };
        assert.equal(findingsOf(facts({}, message(), reading), { ...NATIVE, isNative: false }), null);
    });

    it('finds nothing in a reading that says what nobody ever doubted', () => {
        const reading = { state: null, isPlatformBlocked: false, at: at(50), stateAt: at(50) };
        assert.equal(findingsOf(facts({}, message(), reading), NATIVE), null);
    });

    it('settles the platform by a reading, and says so in the history', () => {
        const reading = { state: null, isPlatformBlocked: true, at: at(50), stateAt: at(50) };
        const known = facts({ ...BLOCKED, platform: platform('unconfirmed') }, null, reading);
        const found = findingsOf(known, NATIVE);
        assert.equal(found?.platform?.status, 'blocked');
        assert.deepEqual(found.settledBy, { by: null, status: 'blocked' });
    });
});

describe('findingsOfMessage', () => {
    it('tells state, channel, name and when they last wrote', () => {
        const found = findingsOfMessage(record(), notice(), NATIVE);
        assert.deepEqual(found.seenState, { state: 'OPEN', at: at(40), source: 'webhook' });
        assert.deepEqual(found.contact, { channel: 'WHATSAPP', customerName: 'Maria Lopez', lastInboundAt: at(40) });
    });

    it('does not take a message of an agent for one of theirs', () => {
        assert.equal(findingsOfMessage(record(), notice({ isInbound: false }), NATIVE).contact?.lastInboundAt, null);
    });

    it('takes no state from a message that names none of the five', () => {
        const found = findingsOfMessage(record(BLOCKED), notice({ state: null }), NATIVE);
        assert.equal(found.seenState, null);
        assert.equal(found.blockEndedBy, null);
    });

    it('notices that the block was ended elsewhere', () => {
        const found = findingsOfMessage(record(BLOCKED), notice(), NATIVE);
        assert.deepEqual(found.blockEndedBy, { state: 'OPEN', at: at(40) });
    });

    it('does not let a message from before the block end it', () => {
        assert.equal(findingsOfMessage(record(BLOCKED), notice({ modifiedAt: at(19) }), NATIVE).blockEndedBy, null);
    });

    it('does not let an old message that comes late undo what a newer one told', () => {
        const seenState = { state: 'BLOCKED', at: at(45), source: 'webhook' } as const;
        assert.equal(findingsOfMessage(record({ ...BLOCKED, seenState }), notice(), NATIVE).blockEndedBy, null);
    });

    it('no longer calls somebody blocked by the platform who has written since', () => {
        const known = record({ ...BLOCKED, platform: platform('blocked', 25) });
        const found = findingsOfMessage(known, notice({ state: 'BLOCKED' }), NATIVE);
        assert.deepEqual([found.platform?.status, found.platform?.reason], ['unconfirmed', 'wrote-since']);
    });

    it('sees that also while a change waits to be sent once more, but not while one is under way', () => {
        const known = { ...BLOCKED, platform: platform('blocked', 25) };
        const waiting = record({ ...known, unfinished: unfinished({ outcome: 'confirmed', isHeld: false }) });
        assert.equal(findingsOfMessage(waiting, notice({ state: 'BLOCKED' }), NATIVE).platform?.reason, 'wrote-since');
        const underWay = record({ ...known, unfinished: unfinished() });
        assert.equal(findingsOfMessage(underWay, notice({ state: 'BLOCKED' }), NATIVE).platform, null);
    });

    it('still does when they wrote about the time of the block, or the agent did', () => {
        const known = record({ ...BLOCKED, platform: platform('blocked', 25) });
        const about = new Date(at(25).getTime() + 9_000);
        assert.equal(findingsOfMessage(known, notice({ state: 'BLOCKED', writtenAt: about }), NATIVE).platform, null);
        assert.equal(findingsOfMessage(known, notice({ state: 'BLOCKED', isInbound: false }), NATIVE).platform, null);
    });

    it('no longer knows of the platform when others set BLOCKED', () => {
        const found = findingsOfMessage(record(), notice({ state: 'BLOCKED' }), NATIVE);
        assert.equal(found.platform?.reason, 'changed-elsewhere');
    });
});
