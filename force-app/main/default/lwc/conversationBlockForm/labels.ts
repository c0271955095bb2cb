import labelAsksChannel from '@salesforce/label/c.GoTallo_Dialog_asksChannel';
import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelBlockFor from '@salesforce/label/c.GoTallo_Form_blockFor';
import labelBlocksOnChannel from '@salesforce/label/c.GoTallo_Dialog_blocksOnChannel';
import labelBlocksOnChannelLine from '@salesforce/label/c.GoTallo_Dialog_blocksOnChannelLine';
import labelCancel from '@salesforce/label/c.GoTallo_Action_cancel';
import labelCanStillWriteOn from '@salesforce/label/c.GoTallo_Dialog_canStillWriteOn';
import labelChannelMayRefuse from '@salesforce/label/c.GoTallo_Dialog_channelMayRefuse';
import labelChannelMayRefuseNotKeptOut from '@salesforce/label/c.GoTallo_Dialog_channelMayRefuseNotKeptOut';
import labelChannelNotAsked from '@salesforce/label/c.GoTallo_Dialog_channelNotAsked';
import labelEnd from '@salesforce/label/c.GoTallo_Form_end';
import labelEndInPast from '@salesforce/label/c.GoTallo_Form_endInPast';
import labelEndMissing from '@salesforce/label/c.GoTallo_Form_endMissing';
import labelEnds from '@salesforce/label/c.GoTallo_Form_ends';
import labelEndTooFar from '@salesforce/label/c.GoTallo_Form_endTooFar';
import labelKeepsOut from '@salesforce/label/c.GoTallo_Dialog_keepsOut';
import labelNoReason from '@salesforce/label/c.GoTallo_Form_noReason';
import labelNote from '@salesforce/label/c.GoTallo_Dialog_note';
import labelNoteLeft from '@salesforce/label/c.GoTallo_Dialog_noteLeft';
import labelNoteMissing from '@salesforce/label/c.GoTallo_Form_noteMissing';
import labelNotKeptOutLine from '@salesforce/label/c.GoTallo_Details_notKeptOutLine';
import labelNowUntil from '@salesforce/label/c.GoTallo_Form_nowUntil';
import labelNowUntilUnblocked from '@salesforce/label/c.GoTallo_Form_nowUntilUnblocked';
import labelReason from '@salesforce/label/c.GoTallo_Dialog_reason';
import labelReasonMissing from '@salesforce/label/c.GoTallo_Dialog_reasonMissing';
import labelReasonPlaceholder from '@salesforce/label/c.GoTallo_Dialog_reasonPlaceholder';
import labelSave from '@salesforce/label/c.GoTallo_Action_save';
import labelUnblockAnyTime from '@salesforce/label/c.GoTallo_Dialog_unblockAnyTime';
import labelWindowClosed from '@salesforce/label/c.GoTallo_Dialog_windowClosed';
import labelWindowClosedAt from '@salesforce/label/c.GoTallo_Dialog_windowClosedAt';
import labelWindowCloses from '@salesforce/label/c.GoTallo_Dialog_windowCloses';
import labelWithNote from '@salesforce/label/c.GoTallo_Menu_withNote';

export {
    labelAsksChannel as asksChannel,
    labelBlock as block,
    labelBlockFor as blockFor,
    labelBlocksOnChannel as blocksOnChannel,
    labelBlocksOnChannelLine as blocksOnChannelLine,
    labelCancel as cancel,
    labelCanStillWriteOn as canStillWriteOn,
    labelChannelMayRefuse as channelMayRefuse,
    labelChannelMayRefuseNotKeptOut as channelMayRefuseNotKeptOut,
    labelChannelNotAsked as channelNotAsked,
    labelEnd as end,
    labelEndInPast as endInPast,
    labelEndMissing as endMissing,
    labelEnds as ends,
    labelEndTooFar as endTooFar,
    labelKeepsOut as keepsOut,
    labelNoReason as noReason,
    labelNote as note,
    labelNoteLeft as noteLeft,
    labelNoteMissing as noteMissing,
    labelNotKeptOutLine as notKeptOutLine,
    labelNowUntil as nowUntil,
    labelNowUntilUnblocked as nowUntilUnblocked,
    labelReason as reason,
    labelReasonMissing as reasonMissing,
    labelReasonPlaceholder as reasonPlaceholder,
    labelSave as save,
    labelUnblockAnyTime as unblockAnyTime,
    labelWindowClosed as windowClosed,
    labelWindowClosedAt as windowClosedAt,
    labelWindowCloses as windowCloses,
    labelWithNote as withNote
};
