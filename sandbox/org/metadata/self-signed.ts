import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A key pair and the certificate that it signed for itself. */
export interface KeyPair {
    privateKey: KeyObject;
    /** PEM. */
    privateKeyPem: string;
    certificatePem: string;
}

/** What stands in a certificate. */
export interface Subject {
    commonName: string;
    validTo: Date;
    /** A host name that it may serve; left out: none. */
    host?: string;
}

const SHA256_WITH_RSA = sequence(
    oid([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]),
    tag(0x05, Buffer.alloc(0))
);
const COMMON_NAME = oid([0x55, 0x04, 0x03]);
const BASIC_CONSTRAINTS = oid([0x55, 0x1d, 0x13]);
const ALTERNATIVE_NAME = oid([0x55, 0x1d, 0x11]);

/** Makes a key pair and a certificate for it (RFC 5280), which Node itself cannot. */
export function selfSigned(subject: Subject): KeyPair {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const body = toBeSigned(subject, publicKey.export({ type: 'spki', format: 'der' }));
    const signature = sign('sha256', body, privateKey);
    const der = sequence(body, SHA256_WITH_RSA, tag(0x03, Buffer.concat([Buffer.from([0]), signature])));
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return {
        privateKey,
        privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        certificatePem: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
    };
}

function toBeSigned({ commonName, validTo, host }: Subject, publicKey: Buffer): Buffer {
    const name = sequence(tag(0x31, sequence(COMMON_NAME, tag(0x0c, Buffer.from(commonName)))));
    // The first bit of a positive number is 0.
    const serial = randomBytes(8);
    serial[0] = 1;
    const validFrom = new Date(Date.now() - 86_400_000);
    return sequence(
        tag(0xa0, tag(0x02, Buffer.from([2]))),
        tag(0x02, serial),
        SHA256_WITH_RSA,
        name,
        sequence(time(validFrom), time(validTo)),
        name,
        publicKey,
        tag(0xa3, sequence(...extensions(host)))
    );
}

function extensions(host: string | undefined): Buffer[] {
    const isAuthority = sequence(BASIC_CONSTRAINTS, tag(0x04, sequence(tag(0x01, Buffer.from([0xff])))));
    if (host === undefined) return [isAuthority];
    return [isAuthority, sequence(ALTERNATIVE_NAME, tag(0x04, sequence(tag(0x82, Buffer.from(host)))))];
}

function time(date: Date): Buffer {
    const digits = date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
    return tag(0x18, Buffer.from(`${digits}Z`));
}

function oid(bytes: number[]): Buffer {
    return tag(0x06, Buffer.from(bytes));
}

function sequence(...parts: Buffer[]): Buffer {
    return tag(0x30, Buffer.concat(parts));
}

/** A value of ASN.1 in DER: its tag, its length, itself. */
function tag(number: number, content: Buffer): Buffer {
    const { length } = content;
    if (length < 128) return Buffer.concat([Buffer.from([number, length]), content]);
    const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
    return Buffer.concat([Buffer.from([number, ...bytes]), content]);
}
