import labelAskedBy from '@salesforce/label/c.GoTallo_Details_askedBy';
import labelBlockedBy from '@salesforce/label/c.GoTallo_Details_blockedBy';
import labelKeep from '@salesforce/label/c.GoTallo_Confirm_keep';
import labelNote from '@salesforce/label/c.GoTallo_Details_note';
import labelReason from '@salesforce/label/c.GoTallo_Details_reason';
import labelTitle from '@salesforce/label/c.GoTallo_Confirm_title';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';
import labelWhen from '@salesforce/label/c.GoTallo_Details_when';

export {
    labelAskedBy as askedBy,
    labelBlockedBy as blockedBy,
    labelKeep as keep,
    labelNote as note,
    labelReason as reason,
    labelTitle as title,
    labelUnblock as unblock,
    labelWhen as when
};
