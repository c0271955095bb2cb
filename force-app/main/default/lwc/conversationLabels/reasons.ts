import labelAbuse from '@salesforce/label/c.GoTallo_Reason_abuse';
import labelFraud from '@salesforce/label/c.GoTallo_Reason_fraud';
import labelHarassment from '@salesforce/label/c.GoTallo_Reason_harassment';
import labelOther from '@salesforce/label/c.GoTallo_Reason_other';
import labelSpam from '@salesforce/label/c.GoTallo_Reason_spam';
import { known } from './known';

const i18n = {
    Spam: labelSpam,
    Abuse: labelAbuse,
    Fraud: labelFraud,
    Harassment: labelHarassment,
    Other: labelOther
};

/** The reasons that have words of their own, as they are stored, whatever the agent's language. */
export const KNOWN_REASONS: readonly string[] = Object.keys(i18n);

/** @param value a stored reason; one set through another client stays as it is */
export function reasonLabel(value: string): string {
    return known(i18n, value) ?? value;
}
