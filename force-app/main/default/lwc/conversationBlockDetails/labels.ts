import labelAskedBy from '@salesforce/label/c.GoTallo_Details_askedBy';
import labelAskedByWho from '@salesforce/label/c.GoTallo_Details_askedByWho';
import labelBlockedBy from '@salesforce/label/c.GoTallo_Details_blockedBy';
import labelBlockedByWho from '@salesforce/label/c.GoTallo_Details_blockedByWho';
import labelElsewhere from '@salesforce/label/c.GoTallo_Details_elsewhere';
import labelEnds from '@salesforce/label/c.GoTallo_Details_ends';
import labelKeptOut from '@salesforce/label/c.GoTallo_Details_keptOut';
import labelKeptOutLine from '@salesforce/label/c.GoTallo_Details_keptOutLine';
import labelKeptOutOnly from '@salesforce/label/c.GoTallo_Details_keptOutOnly';
import labelNote from '@salesforce/label/c.GoTallo_Details_note';
import labelNotKeptOut from '@salesforce/label/c.GoTallo_Details_notKeptOut';
import labelNotKeptOutLine from '@salesforce/label/c.GoTallo_Details_notKeptOutLine';
import labelOverdue from '@salesforce/label/c.GoTallo_Details_overdue';
import labelPending from '@salesforce/label/c.GoTallo_Details_pending';
import labelPendingLine from '@salesforce/label/c.GoTallo_Details_pendingLine';
import labelReason from '@salesforce/label/c.GoTallo_Details_reason';
import labelUntil from '@salesforce/label/c.GoTallo_Details_until';
import labelUntilUnblocked from '@salesforce/label/c.GoTallo_Details_untilUnblocked';
import labelUntilUnblockedLine from '@salesforce/label/c.GoTallo_Details_untilUnblockedLine';
import labelUntilWhen from '@salesforce/label/c.GoTallo_Details_untilWhen';
import labelWhen from '@salesforce/label/c.GoTallo_Details_when';

export {
    labelAskedBy as askedBy,
    labelAskedByWho as askedByWho,
    labelBlockedBy as blockedBy,
    labelBlockedByWho as blockedByWho,
    labelElsewhere as elsewhere,
    labelEnds as ends,
    labelKeptOut as keptOut,
    labelKeptOutLine as keptOutLine,
    labelKeptOutOnly as keptOutOnly,
    labelNote as note,
    labelNotKeptOut as notKeptOut,
    labelNotKeptOutLine as notKeptOutLine,
    labelOverdue as overdue,
    labelPending as pending,
    labelPendingLine as pendingLine,
    labelReason as reason,
    labelUntil as until,
    labelUntilUnblocked as untilUnblocked,
    labelUntilUnblockedLine as untilUnblockedLine,
    labelUntilWhen as untilWhen,
    labelWhen as when
};
