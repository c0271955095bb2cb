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

/** The reasons an agent can choose; `value` is what is stored, whatever the agent's language. */
export function reasonOptions(): { label: string; value: string }[] {
    return Array.from(i18n, ([value, label]) => ({ label, value }));
}

/** @param value a stored reason; one set through another client stays as it is */
export function reasonLabel(value: string): string {
    return i18n.get(value) ?? value;
}
