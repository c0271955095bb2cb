import { crc32, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;

/** The files of a ZIP archive by their paths; folders are left out. Sizes are taken from the directory at its end. */
export function readZip(zip: Buffer): Map<string, Buffer> {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0) throw new Error('This is no ZIP archive.');
    const files = new Map<string, Buffer>();
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
        const nameEnd = at + CENTRAL_SIZE + zip.readUInt16LE(at + 28);
        const name = zip.toString('utf8', at + CENTRAL_SIZE, nameEnd);
        if (!name.endsWith('/')) files.set(withoutFolder(name), contentOf(zip, at));
        at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return files;
}

/** Deploying a folder, the library puts everything below one that is called `zip`. */
function withoutFolder(name: string): string {
    return name.replace(/^zip\//, '');
}

function contentOf(zip: Buffer, entry: number): Buffer {
    const local = zip.readUInt32LE(entry + 42);
    const start = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
    return zip.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(content) : content;
}

/** A ZIP archive of these files, uncompressed. */
export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer {
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [name, content] of files) {
        const path = Buffer.from(name);
        const facts = factsOf(path, content);
        const local = Buffer.concat([uint32(LOCAL), facts, path, content]);
        parts.push(local);
        directory.push(uint32(CENTRAL), uint16(20), facts, Buffer.alloc(10), uint32(offset), path);
        offset += local.length;
    }
    const central = Buffer.concat(directory);
    const end = Buffer.alloc(END_SIZE);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(files.size, 8);
    end.writeUInt16LE(files.size, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...parts, central, end]);
}

/** What stands in both headers of a file: version, flags, method, time, check sum, sizes, length of the name. */
function factsOf(path: Buffer, content: Buffer): Buffer {
    const time = Buffer.concat([uint16(0), uint16(0x21)]);
    const sizes = Buffer.concat([uint32(crc32(content)), uint32(content.length), uint32(content.length)]);
    return Buffer.concat([uint16(20), uint16(0), uint16(0), time, sizes, uint16(path.length), uint16(0)]);
}

function uint16(value: number): Buffer {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value);
    return bytes;
}

function uint32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}
