import labelBlocked from '@salesforce/label/c.GoTallo_Platform_blocked';
import labelBlockedLine from '@salesforce/label/c.GoTallo_Platform_blockedLine';
import labelMaybe from '@salesforce/label/c.GoTallo_Platform_maybe';
import labelMaybeLine from '@salesforce/label/c.GoTallo_Platform_maybeLine';
import labelNotBlocked from '@salesforce/label/c.GoTallo_Platform_notBlocked';
import labelSaysBlocked from '@salesforce/label/c.GoTallo_Platform_saysBlocked';
import labelSaysNotBlocked from '@salesforce/label/c.GoTallo_Platform_saysNotBlocked';
import labelSettle from '@salesforce/label/c.GoTallo_Platform_settle';
import labelSettleLine from '@salesforce/label/c.GoTallo_Platform_settleLine';
import labelSettling from '@salesforce/label/c.GoTallo_Card_settling';
import labelStillBlocked from '@salesforce/label/c.GoTallo_Platform_stillBlocked';
import labelStillBlockedLine from '@salesforce/label/c.GoTallo_Platform_stillBlockedLine';
import labelStillWriteLine from '@salesforce/label/c.GoTallo_Platform_stillWriteLine';
import labelUnknown from '@salesforce/label/c.GoTallo_Platform_unknown';
import labelUnknownLine from '@salesforce/label/c.GoTallo_Platform_unknownLine';

export const i18n = {
    blocked: labelBlocked,
    blockedLine: labelBlockedLine,
    maybe: labelMaybe,
    maybeLine: labelMaybeLine,
    notBlocked: labelNotBlocked,
    saysBlocked: labelSaysBlocked,
    saysNotBlocked: labelSaysNotBlocked,
    settle: labelSettle,
    settleLine: labelSettleLine,
    settling: labelSettling,
    stillBlocked: labelStillBlocked,
    stillBlockedLine: labelStillBlockedLine,
    stillWriteLine: labelStillWriteLine,
    unknown: labelUnknown,
    unknownLine: labelUnknownLine
};
