import { crc32, deflateSync } from 'node:zlib';

/** A picture without transparency, as a canvas gives it: red, green, blue and alpha of each pixel. */
export interface Pixels {
    width: number;
    height: number;
    data: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const MOST_COLORS = 256;
const BITS_PER_PIXEL = 8;
const INDEXED = 3;

/**
 * A PNG with one byte per pixel; for a picture of text it is half as large as a browser's. The most frequent colors are
 * exact, and each of the others becomes the nearest of these.
 */
export function indexedPng({ width, height, data }: Pixels): Buffer {
    const colors = colorsOf(data);
    const palette = mostFrequent(colors);
    const indices = new Map<number, number>();
    const rows = Buffer.alloc((width + 1) * height); // each row begins with 0, which means no filter
    colors.forEach((color, pixel) => {
        const index = indices.get(color) ?? nearest(color, palette);
        indices.set(color, index);
        rows[pixel + Math.floor(pixel / width) + 1] = index;
    });
    return Buffer.concat([
        SIGNATURE,
        chunk('IHDR', header(width, height)),
        chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
        chunk('IDAT', deflateSync(rows, { level: 9 })),
        chunk('IEND', Buffer.alloc(0))
    ]);
}

/** The color of each pixel as one number, `0xRRGGBB`. */
function colorsOf(data: Uint8Array): Uint32Array {
    const colors = new Uint32Array(data.length / 4);
    return colors.map((_, pixel) => Buffer.from(data.buffer, data.byteOffset + pixel * 4, 3).readUIntBE(0, 3));
}

function mostFrequent(colors: Uint32Array): number[] {
    const counts = new Map<number, number>();
    for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    return sorted.slice(0, MOST_COLORS).map(([color]) => color);
}

/** @returns the place of the nearest color in the palette */
function nearest(color: number, palette: readonly number[]): number {
    const distances = palette.map((each) => distance(channelsOf(each), channelsOf(color)));
    return distances.indexOf(Math.min(...distances));
}

function distance(one: readonly number[], other: readonly number[]): number {
    return one.reduce((sum, channel, index) => sum + (channel - (other[index] ?? 0)) ** 2, 0);
}

function channelsOf(color: number): number[] {
    return [color >> 16, (color >> 8) & 255, color & 255];
}

function header(width: number, height: number): Buffer {
    const bytes = Buffer.alloc(13);
    bytes.writeUInt32BE(width, 0);
    bytes.writeUInt32BE(height, 4);
    bytes.set([BITS_PER_PIXEL, INDEXED], 8);
    return bytes;
}

/** @param type four letters */
function chunk(type: string, content: Buffer): Buffer {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
}
