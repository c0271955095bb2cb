import labelAgainTitle from '@salesforce/label/c.GoTallo_Again_title';
import labelBlocked from '@salesforce/label/c.GoTallo_Resolve_blocked';
import labelBlockedLine from '@salesforce/label/c.GoTallo_Resolve_blockedLine';
import labelCancel from '@salesforce/label/c.GoTallo_Action_cancel';
import labelClose from '@salesforce/label/c.GoTallo_Action_close';
import labelKeep from '@salesforce/label/c.GoTallo_Confirm_keep';
import labelLeave from '@salesforce/label/c.GoTallo_Again_leave';
import labelNotBlocked from '@salesforce/label/c.GoTallo_Resolve_notBlocked';
import labelNotBlockedLine from '@salesforce/label/c.GoTallo_Resolve_notBlockedLine';
import labelReopen from '@salesforce/label/c.GoTallo_Action_reopen';
import labelResolveTitle from '@salesforce/label/c.GoTallo_Resolve_title';
import labelTakeOver from '@salesforce/label/c.GoTallo_Action_takeOver';
import labelTitle from '@salesforce/label/c.GoTallo_Confirm_title';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';
import labelUndo from '@salesforce/label/c.GoTallo_Action_undo';
import labelWord from '@salesforce/label/c.GoTallo_Confirm_word';

export {
    labelAgainTitle as againTitle,
    labelBlocked as blocked,
    labelBlockedLine as blockedLine,
    labelCancel as cancel,
    labelClose as close,
    labelKeep as keep,
    labelLeave as leave,
    labelNotBlocked as notBlocked,
    labelNotBlockedLine as notBlockedLine,
    labelReopen as reopen,
    labelResolveTitle as resolveTitle,
    labelTakeOver as takeOver,
    labelTitle as title,
    labelUnblock as unblock,
    labelUndo as undo,
    labelWord as word
};
