import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelBlocking from '@salesforce/label/c.GoTallo_Action_blocking';
import labelBlockWho from '@salesforce/label/c.GoTallo_Action_blockWho';
import labelChange from '@salesforce/label/c.GoTallo_Action_changeBlock';
import labelClose from '@salesforce/label/c.GoTallo_Action_close';
import labelNameWho from '@salesforce/label/c.GoTallo_Action_nameWho';
import labelReopen from '@salesforce/label/c.GoTallo_Action_reopen';
import labelTakeOver from '@salesforce/label/c.GoTallo_Action_takeOver';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';
import labelUnblocking from '@salesforce/label/c.GoTallo_Action_unblocking';
import labelUnblockOnChannel from '@salesforce/label/c.GoTallo_Action_unblockOnChannel';
import labelUnblockWho from '@salesforce/label/c.GoTallo_Action_unblockWho';

export const i18n = {
    block: labelBlock,
    blocking: labelBlocking,
    blockWho: labelBlockWho,
    change: labelChange,
    close: labelClose,
    nameWho: labelNameWho,
    reopen: labelReopen,
    takeOver: labelTakeOver,
    unblock: labelUnblock,
    unblocking: labelUnblocking,
    unblockOnChannel: labelUnblockOnChannel,
    unblockWho: labelUnblockWho
};
