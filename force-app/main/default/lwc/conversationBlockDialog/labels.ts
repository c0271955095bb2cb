import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelCancel from '@salesforce/label/c.GoTallo_Action_cancel';
import labelCanStillWrite from '@salesforce/label/c.GoTallo_Dialog_canStillWrite';
import labelCanStillWriteOn from '@salesforce/label/c.GoTallo_Dialog_canStillWriteOn';
import labelKeepsOut from '@salesforce/label/c.GoTallo_Dialog_keepsOut';
import labelNote from '@salesforce/label/c.GoTallo_Dialog_note';
import labelNotKeptOutLine from '@salesforce/label/c.GoTallo_Details_notKeptOutLine';
import labelNoteLeft from '@salesforce/label/c.GoTallo_Dialog_noteLeft';
import labelReason from '@salesforce/label/c.GoTallo_Dialog_reason';
import labelReasonMissing from '@salesforce/label/c.GoTallo_Dialog_reasonMissing';
import labelReasonPlaceholder from '@salesforce/label/c.GoTallo_Dialog_reasonPlaceholder';

export const i18n = {
    block: labelBlock,
    cancel: labelCancel,
    canStillWrite: labelCanStillWrite,
    canStillWriteOn: labelCanStillWriteOn,
    keepsOut: labelKeepsOut,
    note: labelNote,
    notKeptOutLine: labelNotKeptOutLine,
    noteLeft: labelNoteLeft,
    reason: labelReason,
    reasonMissing: labelReasonMissing,
    reasonPlaceholder: labelReasonPlaceholder
};
