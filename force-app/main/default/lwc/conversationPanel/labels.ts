import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelBlockedMaybeNotKeptOut from '@salesforce/label/c.GoTallo_Card_blockedMaybeNotKeptOut';
import labelBlockedMaybeOnChannel from '@salesforce/label/c.GoTallo_Card_blockedMaybeOnChannel';
import labelBlockedNotKeptOut from '@salesforce/label/c.GoTallo_Card_blockedNotKeptOut';
import labelBlockedNotOnChannel from '@salesforce/label/c.GoTallo_Card_blockedNotOnChannel';
import labelBlockedNow from '@salesforce/label/c.GoTallo_Card_blockedNow';
import labelBlockedOnChannel from '@salesforce/label/c.GoTallo_Card_blockedOnChannel';
import labelBlocking from '@salesforce/label/c.GoTallo_Action_blocking';
import labelBlockWho from '@salesforce/label/c.GoTallo_Action_blockWho';
import labelDialogTitle from '@salesforce/label/c.GoTallo_Dialog_title';
import labelLoading from '@salesforce/label/c.GoTallo_Card_loading';
import labelLookOnly from '@salesforce/label/c.GoTallo_Card_lookOnly';
import labelPendingNow from '@salesforce/label/c.GoTallo_Card_pendingNow';
import labelRecordChanged from '@salesforce/label/c.GoTallo_Trouble_recordChanged';
import labelSettledBlocked from '@salesforce/label/c.GoTallo_Card_settledBlocked';
import labelSettledNotBlocked from '@salesforce/label/c.GoTallo_Card_settledNotBlocked';
import labelSettling from '@salesforce/label/c.GoTallo_Card_settling';
import labelStateNow from '@salesforce/label/c.GoTallo_Card_stateNow';
import labelTitle from '@salesforce/label/c.GoTallo_Card_title';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';
import labelUnblockedMaybeOnChannel from '@salesforce/label/c.GoTallo_Card_unblockedMaybeOnChannel';
import labelUnblockedNotOnChannel from '@salesforce/label/c.GoTallo_Card_unblockedNotOnChannel';
import labelUnblockedNow from '@salesforce/label/c.GoTallo_Card_unblockedNow';
import labelUnblocking from '@salesforce/label/c.GoTallo_Action_unblocking';
import labelUnblockOnChannel from '@salesforce/label/c.GoTallo_Action_unblockOnChannel';
import labelUnblockWho from '@salesforce/label/c.GoTallo_Action_unblockWho';

export const i18n = {
    block: labelBlock,
    blockedMaybeNotKeptOut: labelBlockedMaybeNotKeptOut,
    blockedMaybeOnChannel: labelBlockedMaybeOnChannel,
    blockedNotKeptOut: labelBlockedNotKeptOut,
    blockedNotOnChannel: labelBlockedNotOnChannel,
    blockedNow: labelBlockedNow,
    blockedOnChannel: labelBlockedOnChannel,
    blocking: labelBlocking,
    blockWho: labelBlockWho,
    dialogTitle: labelDialogTitle,
    loading: labelLoading,
    lookOnly: labelLookOnly,
    pendingNow: labelPendingNow,
    recordChanged: labelRecordChanged,
    settledBlocked: labelSettledBlocked,
    settledNotBlocked: labelSettledNotBlocked,
    settling: labelSettling,
    stateNow: labelStateNow,
    title: labelTitle,
    unblock: labelUnblock,
    unblockedMaybeOnChannel: labelUnblockedMaybeOnChannel,
    unblockedNotOnChannel: labelUnblockedNotOnChannel,
    unblockedNow: labelUnblockedNow,
    unblocking: labelUnblocking,
    unblockOnChannel: labelUnblockOnChannel,
    unblockWho: labelUnblockWho
};
