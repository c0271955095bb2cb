import labelAdminsOnly from '@salesforce/label/c.GoTallo_Setup_adminsOnly';
import labelBlockChanged from '@salesforce/label/c.GoTallo_Card_blockChanged';
import labelBlockedByWho from '@salesforce/label/c.GoTallo_Card_blockedByWho';
import labelBlockedMaybeNotKeptOut from '@salesforce/label/c.GoTallo_Card_blockedMaybeNotKeptOut';
import labelBlockedMaybeOnChannel from '@salesforce/label/c.GoTallo_Card_blockedMaybeOnChannel';
import labelBlockedNotKeptOut from '@salesforce/label/c.GoTallo_Card_blockedNotKeptOut';
import labelBlockedNotOnChannel from '@salesforce/label/c.GoTallo_Card_blockedNotOnChannel';
import labelBlockedNow from '@salesforce/label/c.GoTallo_Card_blockedNow';
import labelBlockedOnChannel from '@salesforce/label/c.GoTallo_Card_blockedOnChannel';
import labelBlocking from '@salesforce/label/c.GoTallo_Action_blocking';
import labelChangedMeanwhile from '@salesforce/label/c.GoTallo_Card_changedMeanwhile';
import labelChanging from '@salesforce/label/c.GoTallo_Card_changing';
import labelLoading from '@salesforce/label/c.GoTallo_Card_loading';
import labelLookOnly from '@salesforce/label/c.GoTallo_Card_lookOnly';
import labelNotLegalNow from '@salesforce/label/c.GoTallo_Card_notLegalNow';
import labelPendingNow from '@salesforce/label/c.GoTallo_Card_pendingNow';
import labelRecordChanged from '@salesforce/label/c.GoTallo_Trouble_recordChanged';
import labelSettledBlocked from '@salesforce/label/c.GoTallo_Card_settledBlocked';
import labelSettledNotBlocked from '@salesforce/label/c.GoTallo_Card_settledNotBlocked';
import labelSettling from '@salesforce/label/c.GoTallo_Card_settling';
import labelStateNow from '@salesforce/label/c.GoTallo_Card_stateNow';
import labelStillWorking from '@salesforce/label/c.GoTallo_Card_stillWorking';
import labelTitle from '@salesforce/label/c.GoTallo_Card_title';
import labelUnblockedMaybeOnChannel from '@salesforce/label/c.GoTallo_Card_unblockedMaybeOnChannel';
import labelUnblockedNotOnChannel from '@salesforce/label/c.GoTallo_Card_unblockedNotOnChannel';
import labelUnblockedNow from '@salesforce/label/c.GoTallo_Card_unblockedNow';
import labelUnblocking from '@salesforce/label/c.GoTallo_Action_unblocking';
import labelUndoing from '@salesforce/label/c.GoTallo_Card_undoing';
import labelUndone from '@salesforce/label/c.GoTallo_Card_undone';
import labelUndoOffered from '@salesforce/label/c.GoTallo_Undo_offered';

export const i18n = {
    adminsOnly: labelAdminsOnly,
    blockChanged: labelBlockChanged,
    blockedByWho: labelBlockedByWho,
    blockedMaybeNotKeptOut: labelBlockedMaybeNotKeptOut,
    blockedMaybeOnChannel: labelBlockedMaybeOnChannel,
    blockedNotKeptOut: labelBlockedNotKeptOut,
    blockedNotOnChannel: labelBlockedNotOnChannel,
    blockedNow: labelBlockedNow,
    blockedOnChannel: labelBlockedOnChannel,
    blocking: labelBlocking,
    changedMeanwhile: labelChangedMeanwhile,
    changing: labelChanging,
    loading: labelLoading,
    lookOnly: labelLookOnly,
    notLegalNow: labelNotLegalNow,
    pendingNow: labelPendingNow,
    recordChanged: labelRecordChanged,
    settledBlocked: labelSettledBlocked,
    settledNotBlocked: labelSettledNotBlocked,
    settling: labelSettling,
    stateNow: labelStateNow,
    stillWorking: labelStillWorking,
    title: labelTitle,
    unblockedMaybeOnChannel: labelUnblockedMaybeOnChannel,
    unblockedNotOnChannel: labelUnblockedNotOnChannel,
    unblockedNow: labelUnblockedNow,
    unblocking: labelUnblocking,
    undoing: labelUndoing,
    undone: labelUndone,
    undoOffered: labelUndoOffered
};
