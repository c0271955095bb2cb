import labelAboutMenu from '@salesforce/label/c.GoTallo_Menu_about';
import labelAsks from '@salesforce/label/c.GoTallo_Menu_asks';
import labelBlock from '@salesforce/label/c.GoTallo_Action_block';
import labelBlocking from '@salesforce/label/c.GoTallo_Action_blocking';
import labelBlockOnChannel from '@salesforce/label/c.GoTallo_Action_blockOnChannel';
import labelBlockWho from '@salesforce/label/c.GoTallo_Action_blockWho';
import labelChange from '@salesforce/label/c.GoTallo_Action_changeBlock';
import labelClose from '@salesforce/label/c.GoTallo_Action_close';
import labelMore from '@salesforce/label/c.GoTallo_Menu_more';
import labelNameWho from '@salesforce/label/c.GoTallo_Action_nameWho';
import labelReopen from '@salesforce/label/c.GoTallo_Action_reopen';
import labelTakeOver from '@salesforce/label/c.GoTallo_Action_takeOver';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';
import labelUnblocking from '@salesforce/label/c.GoTallo_Action_unblocking';
import labelUnblockOnChannel from '@salesforce/label/c.GoTallo_Action_unblockOnChannel';
import labelUnblockWho from '@salesforce/label/c.GoTallo_Action_unblockWho';
import labelWithNote from '@salesforce/label/c.GoTallo_Menu_withNote';

export {
    labelAboutMenu as aboutMenu,
    labelAsks as asks,
    labelBlock as block,
    labelBlocking as blocking,
    labelBlockOnChannel as blockOnChannel,
    labelBlockWho as blockWho,
    labelChange as change,
    labelClose as close,
    labelMore as more,
    labelNameWho as nameWho,
    labelReopen as reopen,
    labelTakeOver as takeOver,
    labelUnblock as unblock,
    labelUnblocking as unblocking,
    labelUnblockOnChannel as unblockOnChannel,
    labelUnblockWho as unblockWho,
    labelWithNote as withNote
};
