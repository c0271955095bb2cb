import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { InstallContext, OrgCertificate } from '../context.ts';
import { CERTIFICATE } from '../layout.ts';
import type { OrgPort } from '../org/port.ts';
import { withStaged } from '../project.ts';
import { Trouble } from '../trouble.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';

const DAY = 86_400_000;
/** In days: a certificate that ends sooner is renewed. */
const TOO_SOON = 60;

/**
 * The org signs with it on behalf of agents. A certificate that is deployed gets a key pair of the org's own, so what is
 * deployed is only a request for one: its public part is read back afterwards.
 */
export const certificateStep: Step = {
    title: 'Certificate',
    look: async ({ org, options, memory }) => {
        const found = await newestCertificate(org);
        if (found === null) return todo(`${CERTIFICATE} is not there yet`);
        const { name, validTo } = found;
        const isRenewed = memory.certificate !== undefined;
        if (options.renewsCertificate && !isRenewed) return todo(`${name} is renewed, as you asked`);
        if (daysLeft(found) < TOO_SOON) return todo(`${name} ends on ${dateOf(validTo)} and is renewed`);
        memory.certificate = found;
        return there(`${name}, valid until ${dateOf(validTo)}`);
    },
    doIt: async (context) => {
        const name = await freeName(context.org);
        await deployCertificate(context, name);
        const made = (await readCertificates(context.org)).find((each) => each.name === name);
        if (made === undefined) {
            throw new Trouble(`The certificate ${name} was deployed, and cannot be read back.`, 'Run this again.');
        }
        context.memory.certificate = made;
        return `${name} with a key of the org's own, valid until ${dateOf(made.validTo)}`;
    }
};

/** The certificate of ours that is good for longest, of two made within a second the second; null if there is none. */
async function newestCertificate(org: OrgPort): Promise<OrgCertificate | null> {
    const all = await readCertificates(org);
    const later = (one: OrgCertificate, other: OrgCertificate): number =>
        Number(other.validTo) - Number(one.validTo) || numberOf(other.name) - numberOf(one.name);
    return all.sort(later)[0] ?? null;
}

/** 1 for the first one, which bears no number. */
function numberOf(name: string): number {
    return name === CERTIFICATE ? 1 : Number(name.slice(CERTIFICATE.length + 1));
}

async function ourNames(org: OrgPort): Promise<string[]> {
    const names = (await org.list('Certificate')).map(({ name }) => name);
    return names.filter((name) => name === CERTIFICATE || /^_\d+$/.test(name.replace(CERTIFICATE, '')));
}

async function readCertificates(org: OrgPort): Promise<OrgCertificate[]> {
    const names = await ourNames(org);
    if (names.length === 0) return [];
    const files = await org.retrieve(names.map((name) => ({ type: 'Certificate', name })));
    return names.flatMap((name) => {
        const text = files.get(`certs/${name}.crt`);
        return text === undefined ? [] : [{ name, ...readPem(text) }];
    });
}

function readPem(text: string): Pick<OrgCertificate, 'base64' | 'validTo'> {
    const certificate = new X509Certificate(text.includes('-----') ? text : Buffer.from(text, 'base64'));
    return { base64: certificate.raw.toString('base64'), validTo: new Date(certificate.validTo) };
}

/** A renewed one needs another name, because the old one signs until everything uses the new one. */
async function freeName(org: OrgPort): Promise<string> {
    const taken = await ourNames(org);
    for (let number = 1; ; number++) {
        const name = number === 1 ? CERTIFICATE : `${CERTIFICATE}_${number}`;
        if (!taken.includes(name)) return name;
    }
}

async function deployCertificate({ org, project }: InstallContext, name: string): Promise<void> {
    await withStaged(project, [], async (staged) => {
        const folder = path.join(staged.project, 'org-setup/main/default/certs');
        await mkdir(folder, { recursive: true });
        const request = new URL('../../metadata/certificate.crt', import.meta.url);
        await writeFile(path.join(folder, `${name}.crt`), await readFile(request));
        await writeFile(path.join(folder, `${name}.crt-meta.xml`), metadataOf(name));
        const sources = [folder];
        const outcome = await org.deploy({ project: staged.project, sources, isDryRun: false, tests: [] });
        if (outcome.failures.length > 0) throw refused('The certificate was not made', outcome);
    });
}

function metadataOf(name: string): string {
    return `<?xml version="1.0" encoding="UTF-8" ?>
<Certificate xmlns="http://soap.sforce.com/2006/04/metadata">
    <caSigned>false</caSigned>
    <encryptedWithPlatformEncryption>false</encryptedWithPlatformEncryption>
    <keySize>2048</keySize>
    <masterLabel>${name.replaceAll('_', ' ')}</masterLabel>
    <privateKeyExportable>false</privateKeyExportable>
</Certificate>
`;
}

function daysLeft({ validTo }: OrgCertificate): number {
    return (Number(validTo) - Date.now()) / DAY;
}

function dateOf(date: Date): string {
    return date.toISOString().slice(0, 10);
}
