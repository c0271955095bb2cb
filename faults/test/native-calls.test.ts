import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OperationView } from '#contract';
import type { GoTalloCall } from '../gotallo/played-conversation.ts';
import { wrongNativeCalls } from '../invariants/native-calls.ts';

const at = (second: number): number => Date.parse('2026-11-22T09:00:00Z') + second * 1000;
const time = (second: number): string => new Date(at(second)).toISOString();

function operation(
    kind: OperationView['kind'],
    from: number,
    to: number,
    changes: Partial<OperationView>
): OperationView {
    return {
        id: `${kind} ${from}`,
        kind,
        target: kind === 'block' ? 'BLOCKED' : 'OPEN',
        origin: 'agent',
        by: null,
        reason: null,
        note: null,
        until: null,
        changed: null,
        undoes: null,
        retriesNativeBlock: false,
        acceptedAt: time(from),
        endedAt: time(to),
        outcome: 'confirmed',
        failure: null,
        nativeBlock: null,
        ...changes
    };
}

/** A Block User that made the channel block or not. */
function toggle(second: number, isNativeBlocked: boolean): GoTalloCall {
    const truth = { state: 'BLOCKED', at: at(second) } as const;
    const before = { ...truth, isNativeBlocked: !isNativeBlocked };
    const made = { ...truth, isNativeBlocked };
    return { kind: 'Block User', at: at(second), fate: 'answered', before, made, wasToggleInFlight: false };
}

const BLOCK = operation('block', 0, 1, { nativeBlock: 'unconfirmed' });
const SAID = operation('native-block', 5, 5, { target: 'blocked', nativeBlock: 'blocked' });
const LIFTED = { nativeBlock: 'not-blocked' } as const;

describe('whether each Block User belongs to an operation', () => {
    it('takes an unblock that was taken up again by what a person said meanwhile', () => {
        const operations = [
            BLOCK,
            operation('unblock', 3, 7, LIFTED),
            SAID,
            operation('block', 8, 9, { nativeBlock: 'blocked' })
        ];
        const calls = [toggle(0.5, true), toggle(6, false), toggle(8.5, true)];
        assert.deepEqual(wrongNativeCalls(operations, calls), []);
    });

    it('finds an unblock that sent it before anybody said what the channel shows', () => {
        const operations = [BLOCK, operation('unblock', 3, 4, LIFTED), SAID];
        assert.equal(wrongNativeCalls(operations, [toggle(0.5, true), toggle(3.5, false)]).length, 1);
    });

    it('finds a second one of the same operation', () => {
        const calls = [toggle(0.5, true), toggle(0.7, false)];
        assert.equal(wrongNativeCalls([BLOCK], calls).length, 1);
    });
});
