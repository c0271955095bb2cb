import labelAsOf from '@salesforce/label/c.GoTallo_State_asOf';
import labelAutoBotLine from '@salesforce/label/c.GoTallo_State_autoBotLine';
import labelBlocked from '@salesforce/label/c.GoTallo_Undo_blocked';
import labelBy from '@salesforce/label/c.GoTallo_Earlier_by';
import labelByFor from '@salesforce/label/c.GoTallo_Earlier_byFor';
import labelCheckAgain from '@salesforce/label/c.GoTallo_Action_checkAgain';
import labelClosedLine from '@salesforce/label/c.GoTallo_State_closedLine';
import labelEnded from '@salesforce/label/c.GoTallo_Earlier_ended';
import labelEndedYesterday from '@salesforce/label/c.GoTallo_Earlier_endedYesterday';
import labelExpiredLine from '@salesforce/label/c.GoTallo_State_expiredLine';
import labelInMonth from '@salesforce/label/c.GoTallo_Earlier_inMonth';
import labelLagSince from '@salesforce/label/c.GoTallo_State_lagSince';
import labelNameWho from '@salesforce/label/c.GoTallo_Action_nameWho';
import labelOnce from '@salesforce/label/c.GoTallo_Earlier_once';
import labelOpenLine from '@salesforce/label/c.GoTallo_State_openLine';
import labelTemplatesLine from '@salesforce/label/c.GoTallo_State_templatesLine';
import labelTimes from '@salesforce/label/c.GoTallo_Earlier_times';
import labelTwice from '@salesforce/label/c.GoTallo_Earlier_twice';
import labelUnblocked from '@salesforce/label/c.GoTallo_Undo_unblocked';
import labelUndo from '@salesforce/label/c.GoTallo_Action_undo';

export {
    labelAsOf as asOf,
    labelAutoBotLine as autoBotLine,
    labelBlocked as blocked,
    labelBy as by,
    labelByFor as byFor,
    labelCheckAgain as checkAgain,
    labelClosedLine as closedLine,
    labelEnded as ended,
    labelEndedYesterday as endedYesterday,
    labelExpiredLine as expiredLine,
    labelInMonth as inMonth,
    labelLagSince as lagSince,
    labelNameWho as nameWho,
    labelOnce as once,
    labelOpenLine as openLine,
    labelTemplatesLine as templatesLine,
    labelTimes as times,
    labelTwice as twice,
    labelUnblocked as unblocked,
    labelUndo as undo
};
