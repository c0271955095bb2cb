import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nativeBlockRead, knownNativeBlock } from '../../../src/conversations/knowledge/known-native-block.ts';
import { at, snapshot, message, openBlock, nativeBlock } from '../../support/snapshot.ts';

function reading(isNativeBlocked: boolean | null, minute: number) {
    return { state: null, isNativeBlocked, at: at(minute), stateAt: at(minute) };
}

describe('knownNativeBlock', () => {
    it('is nothing on a channel whose native block is not used', () => {
        assert.equal(knownNativeBlock(snapshot({}, message()), false), null);
    });

    it('is not blocked where nobody has touched it', () => {
        assert.equal(knownNativeBlock(snapshot({}, message()), true)?.status, 'not-blocked');
    });

    it('is not known where somebody else set BLOCKED', () => {
        const standing = knownNativeBlock(snapshot({}, message({ state: 'BLOCKED' })), true);
        assert.deepEqual([standing?.status, standing?.reason], ['unconfirmed', 'changed-elsewhere']);
    });

    it('is not known where somebody else set BLOCKED after ours had ended', () => {
        const known = snapshot(
            { nativeBlock: nativeBlock('not-blocked', 25) },
            message({ state: 'BLOCKED', at: at(30) })
        );
        assert.equal(knownNativeBlock(known, true)?.status, 'unconfirmed');
    });

    it('is still what we know where BLOCKED is older than that', () => {
        const known = snapshot(
            { nativeBlock: nativeBlock('not-blocked', 25) },
            message({ state: 'BLOCKED', at: at(20) })
        );
        assert.equal(knownNativeBlock(known, true)?.status, 'not-blocked');
    });

    it('is not put in question by our own state block', () => {
        const confirmedState = { state: 'BLOCKED', at: at(20) } as const;
        const known = snapshot({ confirmedState, openBlock: openBlock() }, message({ state: 'BLOCKED', at: at(30) }));
        assert.equal(knownNativeBlock(known, true)?.status, 'not-blocked');
    });
});

describe('nativeBlockRead', () => {
    it('takes a read that says something else than is known', () => {
        assert.equal(nativeBlockRead(nativeBlock('blocked', 20), reading(false, 30))?.status, 'not-blocked');
        assert.equal(nativeBlockRead(nativeBlock('unconfirmed', 20), reading(true, 30))?.status, 'blocked');
    });

    it('has nothing new to say where the read agrees, or does not tell', () => {
        assert.equal(nativeBlockRead(nativeBlock('blocked', 20), reading(true, 30)), null);
        assert.equal(nativeBlockRead(nativeBlock('refused', 20), reading(false, 30)), null);
        assert.equal(nativeBlockRead(nativeBlock('unconfirmed', 20), reading(null, 30)), null);
    });

    it('does not go by a read from before what is known, or from before a lost call was over', () => {
        assert.equal(nativeBlockRead(nativeBlock('blocked', 20), reading(false, 20)), null);
        const lost = nativeBlock('unconfirmed', 20, 'no-answer');
        assert.equal(nativeBlockRead(lost, reading(false, 20)), null);
        assert.equal(nativeBlockRead(lost, reading(false, 21))?.status, 'not-blocked');
    });
});
