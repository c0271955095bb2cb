import labelAskedAt from '@salesforce/label/c.GoTallo_Details_askedAt';
import labelAskedBy from '@salesforce/label/c.GoTallo_Details_askedBy';
import labelBlockedAt from '@salesforce/label/c.GoTallo_Details_blockedAt';
import labelBlockedBy from '@salesforce/label/c.GoTallo_Details_blockedBy';
import labelElsewhere from '@salesforce/label/c.GoTallo_Details_elsewhere';
import labelKeptOut from '@salesforce/label/c.GoTallo_Details_keptOut';
import labelKeptOutLine from '@salesforce/label/c.GoTallo_Details_keptOutLine';
import labelKeptOutOnly from '@salesforce/label/c.GoTallo_Details_keptOutOnly';
import labelNote from '@salesforce/label/c.GoTallo_Details_note';
import labelNotKeptOut from '@salesforce/label/c.GoTallo_Details_notKeptOut';
import labelNotKeptOutLine from '@salesforce/label/c.GoTallo_Details_notKeptOutLine';
import labelPending from '@salesforce/label/c.GoTallo_Details_pending';
import labelPendingLine from '@salesforce/label/c.GoTallo_Details_pendingLine';
import labelReason from '@salesforce/label/c.GoTallo_Details_reason';
import labelUntil from '@salesforce/label/c.GoTallo_Details_until';
import labelUntilUnblocked from '@salesforce/label/c.GoTallo_Details_untilUnblocked';

export const i18n = {
    askedAt: labelAskedAt,
    askedBy: labelAskedBy,
    blockedAt: labelBlockedAt,
    blockedBy: labelBlockedBy,
    elsewhere: labelElsewhere,
    keptOut: labelKeptOut,
    keptOutLine: labelKeptOutLine,
    keptOutOnly: labelKeptOutOnly,
    note: labelNote,
    notKeptOut: labelNotKeptOut,
    notKeptOutLine: labelNotKeptOutLine,
    pending: labelPending,
    pendingLine: labelPendingLine,
    reason: labelReason,
    until: labelUntil,
    untilUnblocked: labelUntilUnblocked
};
