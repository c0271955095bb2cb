import labelAsOf from '@salesforce/label/c.GoTallo_State_asOf';
import labelAutoBotLine from '@salesforce/label/c.GoTallo_State_autoBotLine';
import labelCheckAgain from '@salesforce/label/c.GoTallo_Action_checkAgain';
import labelClosedLine from '@salesforce/label/c.GoTallo_State_closedLine';
import labelExpiredLine from '@salesforce/label/c.GoTallo_State_expiredLine';
import labelLagSince from '@salesforce/label/c.GoTallo_State_lagSince';
import labelOpenLine from '@salesforce/label/c.GoTallo_State_openLine';
import labelUnknownLine from '@salesforce/label/c.GoTallo_State_unknownLine';

export {
    labelAsOf as asOf,
    labelAutoBotLine as autoBotLine,
    labelCheckAgain as checkAgain,
    labelClosedLine as closedLine,
    labelExpiredLine as expiredLine,
    labelLagSince as lagSince,
    labelOpenLine as openLine,
    labelUnknownLine as unknownLine
};
