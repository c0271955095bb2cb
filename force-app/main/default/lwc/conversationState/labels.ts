import labelAsOf from '@salesforce/label/c.GoTallo_State_asOf';
import labelAutoBotLine from '@salesforce/label/c.GoTallo_State_autoBotLine';
import labelCheckAgain from '@salesforce/label/c.GoTallo_Action_checkAgain';
import labelClosedLine from '@salesforce/label/c.GoTallo_State_closedLine';
import labelBy from '@salesforce/label/c.GoTallo_Earlier_by';
import labelByFor from '@salesforce/label/c.GoTallo_Earlier_byFor';
import labelEnded from '@salesforce/label/c.GoTallo_Earlier_ended';
import labelEndedYesterday from '@salesforce/label/c.GoTallo_Earlier_endedYesterday';
import labelInMonth from '@salesforce/label/c.GoTallo_Earlier_inMonth';
import labelOnce from '@salesforce/label/c.GoTallo_Earlier_once';
import labelTimes from '@salesforce/label/c.GoTallo_Earlier_times';
import labelTwice from '@salesforce/label/c.GoTallo_Earlier_twice';
import labelExpiredLine from '@salesforce/label/c.GoTallo_State_expiredLine';
import labelLagSince from '@salesforce/label/c.GoTallo_State_lagSince';
import labelOpenLine from '@salesforce/label/c.GoTallo_State_openLine';
import labelUnknownLine from '@salesforce/label/c.GoTallo_State_unknownLine';

export {
    labelAsOf as asOf,
    labelAutoBotLine as autoBotLine,
    labelBy as by,
    labelByFor as byFor,
    labelCheckAgain as checkAgain,
    labelClosedLine as closedLine,
    labelEnded as ended,
    labelEndedYesterday as endedYesterday,
    labelExpiredLine as expiredLine,
    labelInMonth as inMonth,
    labelLagSince as lagSince,
    labelOnce as once,
    labelOpenLine as openLine,
    labelTimes as times,
    labelTwice as twice,
    labelUnknownLine as unknownLine
};
