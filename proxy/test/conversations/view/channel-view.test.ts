import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownChannel } from '../../../src/conversations/knowledge/known-channel.ts';
import { channelView } from '../../../src/conversations/view/channel-view.ts';
import { at, snapshot, message, record } from '../../support/snapshot.ts';

const DAY_MINUTES = 24 * 60;
const NATIVE = new Set(['WHATSAPP', 'INSTAGRAM']);

function whatsApp(lastInboundAt: Date | null, now: Date) {
    return channelView({ name: 'whatsapp', isNative: true, lastInboundAt }, now);
}

describe('channelView', () => {
    it('says that WhatsApp can block for 24 hours after their last message', () => {
        const view = whatsApp(at(0), at(DAY_MINUTES - 1));
        assert.equal(view.nativePossible, 'yes');
        assert.equal(view.windowClosesAt, at(DAY_MINUTES).toISOString());
    });

    it('says that WhatsApp cannot block anymore once the 24 hours are over, and since when', () => {
        const view = whatsApp(at(0), at(DAY_MINUTES));
        assert.equal(view.nativePossible, 'no');
        assert.equal(view.windowClosesAt, at(DAY_MINUTES).toISOString());
    });

    it('does not know whether WhatsApp can block where no message of theirs is known', () => {
        const view = whatsApp(null, at(0));
        assert.equal(view.nativePossible, 'unknown');
        assert.equal(view.windowClosesAt, null);
    });

    it('knows no window on other channels', () => {
        const view = channelView({ name: 'Instagram', isNative: true, lastInboundAt: at(0) }, at(DAY_MINUTES * 9));
        assert.equal(view.nativePossible, 'yes');
        assert.equal(view.windowClosesAt, null);
    });

    it('names no window where the native block is not used', () => {
        const view = channelView({ name: 'whatsapp', isNative: false, lastInboundAt: at(0) }, at(1));
        assert.deepEqual([view.native, view.nativePossible, view.windowClosesAt], [false, 'no', null]);
    });
});

describe('knownChannel', () => {
    it('compares the names of channels without case', () => {
        assert.equal(knownChannel(snapshot({}, message({ medium: 'WhatsApp' })), NATIVE).isNative, true);
        assert.equal(knownChannel(snapshot({}, message({ medium: 'facebook' })), NATIVE).isNative, false);
    });

    it('takes no channel for native that is not known', () => {
        assert.equal(knownChannel(snapshot(), NATIVE).isNative, false);
    });

    it('takes the latest message of theirs that anybody tells of', () => {
        const contact = { channel: 'WHATSAPP', customerName: null, lastInboundAt: at(30) };
        const told = { record: record({ contact }), message: message({ lastInboundAt: at(10) }), read: null };
        assert.deepEqual(knownChannel(told, NATIVE).lastInboundAt, at(30));
        const newer = { ...told, message: message({ lastInboundAt: at(40) }) };
        assert.deepEqual(knownChannel(newer, NATIVE).lastInboundAt, at(40));
    });
});
