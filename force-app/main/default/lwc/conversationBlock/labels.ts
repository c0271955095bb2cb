import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelBlockedNotKeptOut from '@salesforce/label/c.GoTallo_Card_blockedNotKeptOut';
import labelBlockedNow from '@salesforce/label/c.GoTallo_Card_blockedNow';
import labelBlocking from '@salesforce/label/c.GoTallo_Action_blocking';
import labelBlockWho from '@salesforce/label/c.GoTallo_Action_blockWho';
import labelDialogTitle from '@salesforce/label/c.GoTallo_Dialog_title';
import labelLoading from '@salesforce/label/c.GoTallo_Card_loading';
import labelLookOnly from '@salesforce/label/c.GoTallo_Card_lookOnly';
import labelPendingNow from '@salesforce/label/c.GoTallo_Card_pendingNow';
import labelRecordChanged from '@salesforce/label/c.GoTallo_Trouble_recordChanged';
import labelStateNow from '@salesforce/label/c.GoTallo_Card_stateNow';
import labelTitle from '@salesforce/label/c.GoTallo_Card_title';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';
import labelUnblockedNow from '@salesforce/label/c.GoTallo_Card_unblockedNow';
import labelUnblocking from '@salesforce/label/c.GoTallo_Action_unblocking';
import labelUnblockWho from '@salesforce/label/c.GoTallo_Action_unblockWho';

export const i18n = {
    block: labelBlock,
    blockedNotKeptOut: labelBlockedNotKeptOut,
    blockedNow: labelBlockedNow,
    blocking: labelBlocking,
    blockWho: labelBlockWho,
    dialogTitle: labelDialogTitle,
    loading: labelLoading,
    lookOnly: labelLookOnly,
    pendingNow: labelPendingNow,
    recordChanged: labelRecordChanged,
    stateNow: labelStateNow,
    title: labelTitle,
    unblock: labelUnblock,
    unblockedNow: labelUnblockedNow,
    unblocking: labelUnblocking,
    unblockWho: labelUnblockWho
};
