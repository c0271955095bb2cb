import labelAsOf from '@salesforce/label/c.GoTallo_State_asOf';
import labelAutoBotLine from '@salesforce/label/c.GoTallo_State_autoBotLine';
import labelCheckAgain from '@salesforce/label/c.GoTallo_Action_checkAgain';
import labelClosedLine from '@salesforce/label/c.GoTallo_State_closedLine';
import labelExpiredLine from '@salesforce/label/c.GoTallo_State_expiredLine';
import labelLagSince from '@salesforce/label/c.GoTallo_State_lagSince';
import labelOpenLine from '@salesforce/label/c.GoTallo_State_openLine';
import labelUnknownLine from '@salesforce/label/c.GoTallo_State_unknownLine';

export const i18n = {
    asOf: labelAsOf,
    autoBotLine: labelAutoBotLine,
    checkAgain: labelCheckAgain,
    closedLine: labelClosedLine,
    expiredLine: labelExpiredLine,
    lagSince: labelLagSince,
    openLine: labelOpenLine,
    unknownLine: labelUnknownLine
};
