import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { FORCE_APP } from '../../paths.ts';

const FOLDER = `${FORCE_APP}customMetadata/`;
const RECORD = /^GoTallo_Conversation_Field\..+\.md-meta\.xml$/;

/** What an admin of this org added to the records that are deployed. */
const ADDED: readonly (readonly [string, string])[] = [['case', 'Contact.GoTallo_Conversation_Id__c']];

interface RecordDocument {
    CustomMetadata: { values: { field: string; value: { '#text': string } | string }[] };
}

/**
 * As `GoTalloKnownFields` in Apex: the records of `GoTallo_Conversation_Field__mdt`, out of the files that are deployed.
 * @returns field or path by object, in lower case
 */
export function readKnownFields(): Map<string, string> {
    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'values' });
    const deployed = readdirSync(FOLDER)
        .filter((file) => RECORD.test(file))
        .map((file) => {
            const document = parser.parse(readFileSync(FOLDER + file, 'utf8')) as RecordDocument;
            return [valueOf(document, 'Object_Api_Name__c').toLowerCase(), valueOf(document, 'Field_Path__c')] as const;
        });
    return new Map([...deployed, ...ADDED]);
}

function valueOf({ CustomMetadata: { values } }: RecordDocument, field: string): string {
    const value = values.find((each) => each.field === field)?.value;
    if (value === undefined) throw new Error(`A record of GoTallo_Conversation_Field__mdt has no ${field}.`);
    return typeof value === 'string' ? value : value['#text'];
}
