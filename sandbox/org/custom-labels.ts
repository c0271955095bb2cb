import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { FORCE_APP } from '../paths.ts';

/** The file of the project's custom labels. */
export const LABELS_FILE = `${FORCE_APP}labels/CustomLabels.labels-meta.xml`;

interface LabelsDocument {
    CustomLabels: { labels: { fullName: string; value: string }[] };
}

/** The texts of the project's custom labels by their full name. */
export function readCustomLabels(): Map<string, string> {
    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' });
    const document = parser.parse(readFileSync(LABELS_FILE, 'utf8')) as LabelsDocument;
    return new Map(document.CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}
