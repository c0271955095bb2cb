import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownState } from '../../src/conversations/known-state.ts';
import { at, facts, message, unfinished } from '../support/facts.ts';

describe('knownState', () => {
    it('knows nothing of a conversation nobody has told about', () => {
        assert.deepEqual(knownState(facts()), { state: null, source: 'none', at: null });
    });

    it('takes the state of the newest Heroku Message when nothing else is known', () => {
        assert.deepEqual(knownState(facts({}, message({ state: 'AUTO_BOT' }))), {
            state: 'AUTO_BOT',
            source: 'heroku-message',
            at: at(10)
        });
    });

    it('prefers what GoTallo confirmed to us over an older message', () => {
        const known = knownState(facts({ confirmedState: { state: 'BLOCKED', at: at(20) } }, message()));
        assert.deepEqual(known, { state: 'BLOCKED', source: 'proxy', at: at(20) });
    });

    it('prefers a newer message over what GoTallo confirmed to us', () => {
        const known = knownState(facts({ confirmedState: { state: 'CLOSED', at: at(5) } }, message()));
        assert.equal(known.state, 'OPEN');
        assert.equal(known.source, 'heroku-message');
    });

    it('keeps to what GoTallo confirmed to us when a message has the same time', () => {
        assert.equal(knownState(facts({ confirmedState: { state: 'CLOSED', at: at(10) } }, message())).state, 'CLOSED');
    });

    it('does not take a state from a message that names none', () => {
        assert.equal(knownState(facts({}, message({ state: null }))).source, 'none');
    });

    it('claims no state after a change without a clear answer', () => {
        const doubt = { kind: 'block', at: at(30) } as const;
        const known = knownState(facts({ confirmedState: { state: 'OPEN', at: at(20) }, doubt }, message()));
        assert.deepEqual(known, { state: null, source: 'none', at: null });
    });

    it('knows the state again when a message newer than the doubt tells', () => {
        const doubt = { kind: 'unblock', at: at(8) } as const;
        assert.equal(knownState(facts({ doubt }, message({ state: 'BLOCKED' }))).state, 'BLOCKED');
    });

    it('does not let a message from the very moment of the doubt settle it', () => {
        assert.equal(knownState(facts({ doubt: { kind: 'block', at: at(10) } }, message())).state, null);
    });

    it('prefers the newest of webhook, message and reading', () => {
        const seenState = { state: 'CLOSED', at: at(15), source: 'webhook' } as const;
        assert.equal(knownState(facts({ seenState }, message())).source, 'webhook');
        assert.equal(knownState(facts({ seenState }, message({ at: at(16) }))).source, 'heroku-message');
        const reading = { state: 'AUTO_BOT', isPlatformBlocked: null, at: at(1), stateAt: at(17) } as const;
        const known = knownState(facts({ seenState }, message({ at: at(16) }), reading));
        assert.deepEqual(known, { state: 'AUTO_BOT', source: 'gotallo', at: at(17) });
    });

    it('does not take a state from a reading that names none', () => {
        const reading = { state: null, isPlatformBlocked: true, at: at(17), stateAt: at(17) };
        assert.equal(knownState(facts({}, message(), reading)).source, 'heroku-message');
    });

    it('claims nothing else than the wish while a change may be carried out at any moment', () => {
        const told = message({ at: at(40) });
        assert.equal(knownState(facts({ unfinished: unfinished() }, told)).state, null);
        const waiting = unfinished({ outcome: 'unknown', isHeld: false });
        assert.equal(knownState(facts({ unfinished: waiting }, told)).state, null);
        assert.equal(knownState(facts({ unfinished: waiting }, message({ state: 'BLOCKED' }))).state, 'BLOCKED');
    });

    it('goes by the evidence while a confirmed change only waits to be sent once more', () => {
        const waiting = unfinished({ outcome: 'confirmed', isHeld: false });
        assert.equal(knownState(facts({ unfinished: waiting }, message({ at: at(40) }))).state, 'OPEN');
    });
});
