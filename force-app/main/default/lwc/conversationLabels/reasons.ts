import labelAbuse from '@salesforce/label/c.GoTallo_Reason_abuse';
import labelFraud from '@salesforce/label/c.GoTallo_Reason_fraud';
import labelHarassment from '@salesforce/label/c.GoTallo_Reason_harassment';
import labelOther from '@salesforce/label/c.GoTallo_Reason_other';
import labelSpam from '@salesforce/label/c.GoTallo_Reason_spam';

const i18n = new Map([
    ['Spam', labelSpam],
    ['Abuse', labelAbuse],
    ['Fraud', labelFraud],
    ['Harassment', labelHarassment],
    ['Other', labelOther]
]);

/** The reasons that have words of their own, as they are stored, whatever the agent's language. */
export const KNOWN_REASONS: readonly string[] = Array.from(i18n.keys());

/** @param value a stored reason; one set through another client stays as it is */
export function reasonLabel(value: string): string {
    return i18n.get(value) ?? value;
}
