import labelBlocked from '@salesforce/label/c.GoTallo_Undo_blocked';
import labelClose from '@salesforce/label/c.GoTallo_Action_close';
import labelNameWho from '@salesforce/label/c.GoTallo_Action_nameWho';
import labelUnblocked from '@salesforce/label/c.GoTallo_Undo_unblocked';
import labelUndo from '@salesforce/label/c.GoTallo_Action_undo';

export const i18n = {
    block: labelBlocked,
    close: labelClose,
    nameWho: labelNameWho,
    unblock: labelUnblocked,
    undo: labelUndo
};
