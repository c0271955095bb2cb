import labelAdminLookOnly from '@salesforce/label/c.GoTallo_Admin_lookOnly';
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
import labelDecidedMeanwhile from '@salesforce/label/c.GoTallo_Card_decidedMeanwhile';
import labelLoading from '@salesforce/label/c.GoTallo_Card_loading';
import labelLookAgain from '@salesforce/label/c.GoTallo_Resolve_again';
import labelLookOnly from '@salesforce/label/c.GoTallo_Card_lookOnly';
import labelNotLegalNow from '@salesforce/label/c.GoTallo_Card_notLegalNow';
import labelPendingNow from '@salesforce/label/c.GoTallo_Card_pendingNow';
import labelRecordChanged from '@salesforce/label/c.GoTallo_Trouble_recordChanged';
import labelResolvedBlocked from '@salesforce/label/c.GoTallo_Card_resolvedBlocked';
import labelResolvedNotBlocked from '@salesforce/label/c.GoTallo_Card_resolvedNotBlocked';
import labelResolving from '@salesforce/label/c.GoTallo_Card_resolving';
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

export {
    labelAdminLookOnly as adminLookOnly,
    labelAdminsOnly as adminsOnly,
    labelBlockChanged as blockChanged,
    labelBlockedByWho as blockedByWho,
    labelBlockedMaybeNotKeptOut as blockedMaybeNotKeptOut,
    labelBlockedMaybeOnChannel as blockedMaybeOnChannel,
    labelBlockedNotKeptOut as blockedNotKeptOut,
    labelBlockedNotOnChannel as blockedNotOnChannel,
    labelBlockedNow as blockedNow,
    labelBlockedOnChannel as blockedOnChannel,
    labelBlocking as blocking,
    labelChangedMeanwhile as changedMeanwhile,
    labelChanging as changing,
    labelDecidedMeanwhile as decidedMeanwhile,
    labelLoading as loading,
    labelLookAgain as lookAgain,
    labelLookOnly as lookOnly,
    labelNotLegalNow as notLegalNow,
    labelPendingNow as pendingNow,
    labelRecordChanged as recordChanged,
    labelResolvedBlocked as resolvedBlocked,
    labelResolvedNotBlocked as resolvedNotBlocked,
    labelResolving as resolving,
    labelStateNow as stateNow,
    labelStillWorking as stillWorking,
    labelTitle as title,
    labelUnblockedMaybeOnChannel as unblockedMaybeOnChannel,
    labelUnblockedNotOnChannel as unblockedNotOnChannel,
    labelUnblockedNow as unblockedNow,
    labelUnblocking as unblocking,
    labelUndoing as undoing,
    labelUndone as undone,
    labelUndoOffered as undoOffered
};
