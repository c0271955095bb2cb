import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownBlock } from '../../../src/conversations/view/block-view.ts';
import { ANA, at, snapshot, message, openBlock, unfinished } from '../../support/snapshot.ts';

const BLOCKED = { state: 'BLOCKED', at: at(20) } as const;

describe('shownBlock', () => {
    it('is null when nobody blocked', () => {
        assert.equal(shownBlock(snapshot({ confirmedState: { state: 'OPEN', at: at(1) } }), true), null);
    });

    it('is null when the state is BLOCKED but not by us', () => {
        assert.equal(shownBlock(snapshot({}, message({ state: 'BLOCKED' })), true), null);
    });

    it('names who, when and why once GoTallo confirmed', () => {
        assert.deepEqual(shownBlock(snapshot({ confirmedState: BLOCKED, openBlock: openBlock() }), true), {
            id: '7d8f0f1e-0000-4000-8000-000000000001',
            since: at(20).toISOString(),
            until: null,
            by: { id: ANA.id, name: ANA.name },
            reason: 'Spam',
            changed: null,
            note: 'crypto links',
            state: 'confirmed'
        });
    });

    it('keeps the note from those who may not read it', () => {
        assert.equal(shownBlock(snapshot({ confirmedState: BLOCKED, openBlock: openBlock() }), false)?.note, null);
    });

    it('is pending while the first answer is still to come', () => {
        const underWay = snapshot({ openBlock: openBlock({ confirmed: false }) }, message());
        assert.equal(shownBlock(underWay, true)?.state, 'pending');
    });

    it('is not confirmed by an observation older than the click', () => {
        const told = message({ state: 'BLOCKED', at: at(10) });
        const facts_ = snapshot({ openBlock: openBlock({ confirmed: false, since: at(20) }) }, told);
        assert.equal(shownBlock(facts_, true)?.state, 'pending');
    });

    it('is pending while the state is in doubt, even when it was confirmed once', () => {
        const inDoubt = snapshot({ confirmedState: BLOCKED, openBlock: openBlock(), unfinished: unfinished() });
        assert.equal(shownBlock(inDoubt, true)?.state, 'pending');
    });

    it('names who changed it, and when', () => {
        const changed = { by: { id: '005000000000003AAA', name: 'Sam Lee' }, at: at(25) };
        const shown = shownBlock(snapshot({ confirmedState: BLOCKED, openBlock: openBlock({ changed }) }), true);
        assert.deepEqual(shown?.by, { id: ANA.id, name: ANA.name });
        assert.deepEqual(shown?.changed, { by: changed.by, at: at(25).toISOString() });
    });

    it('no longer counts when a newer observation says that it was ended elsewhere', () => {
        const ended = snapshot({ confirmedState: BLOCKED, openBlock: openBlock() }, message({ at: at(40) }));
        assert.equal(shownBlock(ended, true), null);
    });
});
