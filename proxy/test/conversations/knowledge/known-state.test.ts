import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownState } from '../../../src/conversations/knowledge/known-state.ts';
import { at, snapshot, message, unfinished } from '../../support/snapshot.ts';

describe('knownState', () => {
    it('knows nothing of a conversation nobody has told about', () => {
        assert.deepEqual(knownState(snapshot()), { state: null, source: 'none', at: null });
    });

    it('takes the state of the newest Heroku Message when nothing else is known', () => {
        assert.deepEqual(knownState(snapshot({}, message({ state: 'AUTO_BOT' }))), {
            state: 'AUTO_BOT',
            source: 'heroku-message',
            at: at(10)
        });
    });

    it('prefers what GoTallo confirmed to us over an older message', () => {
        const known = knownState(snapshot({ confirmedState: { state: 'BLOCKED', at: at(20) } }, message()));
        assert.deepEqual(known, { state: 'BLOCKED', source: 'proxy', at: at(20) });
    });

    it('prefers a newer message over what GoTallo confirmed to us', () => {
        const known = knownState(snapshot({ confirmedState: { state: 'CLOSED', at: at(5) } }, message()));
        assert.equal(known.state, 'OPEN');
        assert.equal(known.source, 'heroku-message');
    });

    it('keeps to what GoTallo confirmed to us when a message has the same time', () => {
        assert.equal(
            knownState(snapshot({ confirmedState: { state: 'CLOSED', at: at(10) } }, message())).state,
            'CLOSED'
        );
    });

    it('does not take a state from a message that names none', () => {
        assert.equal(knownState(snapshot({}, message({ state: null }))).source, 'none');
    });

    it('claims no state while it is in doubt, whatever is newer', () => {
        const confirmedState = { state: 'OPEN', at: at(20) } as const;
        const inDoubt = { state: null, source: 'none', at: null };
        const newer = message({ state: 'BLOCKED', at: at(50) });
        for (const outcome of ['pending', 'unknown', 'confirmed'] as const) {
            const known = { confirmedState, unfinished: unfinished({ outcome }) };
            assert.deepEqual(knownState(snapshot(known, message())), inDoubt);
            assert.deepEqual(knownState(snapshot(known, newer)), inDoubt);
        }
    });

    it('keeps what GoTallo confirmed while the same is asked for again, and hears nothing else meanwhile', () => {
        const again = unfinished({ isInDoubt: false });
        const known = { confirmedState: { state: 'BLOCKED', at: at(20) } as const, unfinished: again };
        assert.equal(knownState(snapshot(known)).state, 'BLOCKED');
        assert.equal(knownState(snapshot(known, message({ at: at(50) }))).state, null);
    });

    for (const [confirmed, seen] of [
        ['BLOCKED', 'OPEN'],
        ['OPEN', 'BLOCKED'],
        ['CLOSED', 'OPEN'],
        ['OPEN', 'AUTO_BOT']
    ] as const) {
        it(`does not know when ${seen} was seen right after ${confirmed} was confirmed, as clocks differ`, () => {
            const confirmedState = { state: confirmed, at: at(20) };
            const after = (ms: number) => new Date(at(20).getTime() + ms);
            const stateAt = (ms: number) =>
                knownState(snapshot({ confirmedState }, message({ state: seen, at: after(ms) }))).state;
            assert.deepEqual([stateAt(0), stateAt(1), stateAt(10_000), stateAt(10_001)], [confirmed, null, null, seen]);
            const told = { state: seen, at: after(1), source: 'webhook' } as const;
            assert.equal(knownState(snapshot({ confirmedState, observedState: told })).state, null);
            const read = { state: seen, isNativeBlocked: null, at: after(1), stateAt: after(1) };
            assert.equal(knownState(snapshot({ confirmedState }, null, read)).state, seen, 'GoTallo itself was asked');
        });
    }

    it('prefers the newest of webhook, message and reading', () => {
        const observedState = { state: 'CLOSED', at: at(15), source: 'webhook' } as const;
        assert.equal(knownState(snapshot({ observedState }, message())).source, 'webhook');
        assert.equal(knownState(snapshot({ observedState }, message({ at: at(16) }))).source, 'heroku-message');
        const reading = { state: 'AUTO_BOT', isNativeBlocked: null, at: at(1), stateAt: at(17) } as const;
        const known = knownState(snapshot({ observedState }, message({ at: at(16) }), reading));
        assert.deepEqual(known, { state: 'AUTO_BOT', source: 'gotallo', at: at(17) });
    });

    it('does not take a state from a read that names none', () => {
        const reading = { state: null, isNativeBlocked: true, at: at(17), stateAt: at(17) };
        assert.equal(knownState(snapshot({}, message(), reading)).source, 'heroku-message');
    });
});
