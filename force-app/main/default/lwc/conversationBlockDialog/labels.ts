import labelAsksChannel from '@salesforce/label/c.GoTallo_Dialog_asksChannel';
import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelBlocksOnChannel from '@salesforce/label/c.GoTallo_Dialog_blocksOnChannel';
import labelBlocksOnChannelLine from '@salesforce/label/c.GoTallo_Dialog_blocksOnChannelLine';
import labelCancel from '@salesforce/label/c.GoTallo_Action_cancel';
import labelCanStillWrite from '@salesforce/label/c.GoTallo_Dialog_canStillWrite';
import labelCanStillWriteOn from '@salesforce/label/c.GoTallo_Dialog_canStillWriteOn';
import labelChannelMayRefuse from '@salesforce/label/c.GoTallo_Dialog_channelMayRefuse';
import labelChannelMayRefuseNotKeptOut from '@salesforce/label/c.GoTallo_Dialog_channelMayRefuseNotKeptOut';
import labelChannelNotAsked from '@salesforce/label/c.GoTallo_Dialog_channelNotAsked';
import labelKeepsOut from '@salesforce/label/c.GoTallo_Dialog_keepsOut';
import labelNote from '@salesforce/label/c.GoTallo_Dialog_note';
import labelNoteLeft from '@salesforce/label/c.GoTallo_Dialog_noteLeft';
import labelNotKeptOutLine from '@salesforce/label/c.GoTallo_Details_notKeptOutLine';
import labelReason from '@salesforce/label/c.GoTallo_Dialog_reason';
import labelReasonMissing from '@salesforce/label/c.GoTallo_Dialog_reasonMissing';
import labelReasonPlaceholder from '@salesforce/label/c.GoTallo_Dialog_reasonPlaceholder';
import labelUnblockAnyTime from '@salesforce/label/c.GoTallo_Dialog_unblockAnyTime';
import labelWindowClosed from '@salesforce/label/c.GoTallo_Dialog_windowClosed';
import labelWindowClosedAt from '@salesforce/label/c.GoTallo_Dialog_windowClosedAt';
import labelWindowCloses from '@salesforce/label/c.GoTallo_Dialog_windowCloses';

export const i18n = {
    asksChannel: labelAsksChannel,
    block: labelBlock,
    blocksOnChannel: labelBlocksOnChannel,
    blocksOnChannelLine: labelBlocksOnChannelLine,
    cancel: labelCancel,
    canStillWrite: labelCanStillWrite,
    canStillWriteOn: labelCanStillWriteOn,
    channelMayRefuse: labelChannelMayRefuse,
    channelMayRefuseNotKeptOut: labelChannelMayRefuseNotKeptOut,
    channelNotAsked: labelChannelNotAsked,
    keepsOut: labelKeepsOut,
    note: labelNote,
    noteLeft: labelNoteLeft,
    notKeptOutLine: labelNotKeptOutLine,
    reason: labelReason,
    reasonMissing: labelReasonMissing,
    reasonPlaceholder: labelReasonPlaceholder,
    unblockAnyTime: labelUnblockAnyTime,
    windowClosed: labelWindowClosed,
    windowClosedAt: labelWindowClosedAt,
    windowCloses: labelWindowCloses
};
