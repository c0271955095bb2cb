import labelAskedAt from '@salesforce/label/c.GoTallo_Details_askedAt';
import labelAskedBy from '@salesforce/label/c.GoTallo_Details_askedBy';
import labelBlockedAt from '@salesforce/label/c.GoTallo_Details_blockedAt';
import labelBlockedBy from '@salesforce/label/c.GoTallo_Details_blockedBy';
import labelKeep from '@salesforce/label/c.GoTallo_Confirm_keep';
import labelNote from '@salesforce/label/c.GoTallo_Details_note';
import labelReason from '@salesforce/label/c.GoTallo_Details_reason';
import labelTitle from '@salesforce/label/c.GoTallo_Confirm_title';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';

export const i18n = {
    askedAt: labelAskedAt,
    askedBy: labelAskedBy,
    blockedAt: labelBlockedAt,
    blockedBy: labelBlockedBy,
    keep: labelKeep,
    note: labelNote,
    reason: labelReason,
    title: labelTitle,
    unblock: labelUnblock
};
