import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LRUCache } from 'lru-cache';
import { atMost } from '../../src/lib/at-most.ts';

describe('atMost', () => {
    it('keeps the newest entries, and no more', () => {
        const cache = new LRUCache<number, number>(atMost(3));
        for (const number of [1, 2, 3, 4, 5]) cache.set(number, number);
        assert.deepEqual([...cache.keys()], [5, 4, 3]);
    });

    it('counts an entry that is replaced, removed or over once', () => {
        let now = 1;
        const cache = new LRUCache<string, number>({
            ...atMost(2),
            ttl: 10,
            ttlResolution: 0,
            perf: { now: () => now }
        });
        for (const value of [1, 2, 3]) cache.set('same', value);
        cache.delete('same');
        cache.set('first', 1);
        cache.set('second', 2);
        assert.equal(cache.size, 2);
        now = 20;
        assert.equal(cache.get('first'), undefined);
        cache.set('third', 3);
        assert.deepEqual([cache.size, cache.get('third')], [2, 3]);
    });

    it('counts an entry that is still being fetched, as max does', async () => {
        const fetchMethod = async (key: number) => key;
        const outcomes = async (bound: { max: number } | ReturnType<typeof atMost>) => {
            const cache = new LRUCache<number, number>({ ...bound, fetchMethod });
            const settled = await Promise.allSettled([1, 2, 3].map((key) => cache.fetch(key)));
            return [settled.map(({ status }) => status), cache.size];
        };
        assert.deepEqual(await outcomes(atMost(2)), await outcomes({ max: 2 }));
    });

    it('sets no room aside: entries by the billion can be allowed', () => {
        const cache = new LRUCache<number, number>(atMost(1e9));
        cache.set(1, 1);
        assert.equal(cache.get(1), 1);
    });
});
