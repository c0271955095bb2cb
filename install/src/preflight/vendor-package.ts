import { PACKAGE } from '../layout.ts';
import { soqlText } from '../soql.ts';
import { setupLink } from '../setup-links.ts';
import { warning, type PreflightCheck } from './finding.ts';

/** Where GoTallo's package keeps the id of a conversation. */
const FIELDS = [
    ['Lead', 'Social25__Heroku_Conversation_Id__c'],
    ['Social25__Heroku_Message__c', 'Social25__Chat_Identifier__c']
] as const;

/** The code deploys without GoTallo's package, but then no record has a conversation. */
export const checkVendorPackage: PreflightCheck = async ({ org, facts }) => {
    const licences = await org.query(
        `SELECT NamespacePrefix FROM PackageLicense WHERE NamespacePrefix = ${soqlText(PACKAGE)}`
    );
    if (licences.length === 0) {
        const what = `GoTallo's package (${PACKAGE}) is not installed in this org.`;
        const mend = `Install it, or choose a field of your own on the page: ${setupLink(facts.instanceUrl, 'packages')}`;
        return [warning("GoTallo's package", what, mend)];
    }
    const checked = await Promise.all(
        FIELDS.map(async ([object, field]) => {
            const rows = await org.query(
                `SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = ${soqlText(object)} AND QualifiedApiName = ${soqlText(field)}`
            );
            return rows.length > 0 ? null : `${object}.${field}`;
        })
    );
    const missing = checked.filter((name) => name !== null);
    if (missing.length === 0) return [];
    const what = `GoTallo's package is installed without ${missing.join(' and ')}.`;
    return [warning("GoTallo's package", what, 'Choose the field on the page itself: docs/admin-setup.md, the page.')];
};
