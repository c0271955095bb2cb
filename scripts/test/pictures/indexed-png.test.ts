import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { indexedPng } from '../../pictures/indexed-png.ts';

const HEADER_BYTES = 8 + 12 + 13;

/** The colors of the pixels, as a reader of the file gets them. */
function readBack(png: Buffer, width: number): string[] {
    const palette = chunkAt(png, HEADER_BYTES);
    const rows = inflateSync(chunkAt(png, HEADER_BYTES + 12 + palette.length));
    const indices = [...rows].filter((_, place) => place % (width + 1) !== 0);
    return indices.map((index) => palette.subarray(index * 3, index * 3 + 3).toString('hex'));
}

function chunkAt(png: Buffer, place: number): Buffer {
    return png.subarray(place + 8, place + 8 + png.readUInt32BE(place));
}

describe('indexedPng', () => {
    it('keeps every color where there are few', () => {
        const colors = ['ff0000', '00ff00', '0000ff', 'ff0000', 'ffffff', '010203'];
        const data = Buffer.from(colors.map((color) => `${color}ff`).join(''), 'hex');
        assert.deepEqual(readBack(indexedPng({ width: 3, height: 2, data }), 3), colors);
    });

    it('keeps the most frequent where there are too many, and takes the nearest for the others', () => {
        const frequent = Array.from({ length: 256 }, (_, blue) => [255, 255, blue, 255]);
        const data = Buffer.from([...frequent, ...frequent, [255, 254, 9, 255], [255, 254, 9, 255]].flat());
        data.set([255, 255, 7, 255], data.length - 4);
        const colors = readBack(indexedPng({ width: 1, height: 514, data }), 1);
        assert.deepEqual(colors.slice(-2), ['ffff09', 'ffff07']);
        assert.equal(new Set(colors).size, 256);
    });
});
