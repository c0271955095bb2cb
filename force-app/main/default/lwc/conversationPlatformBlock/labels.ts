import labelAskAgain from '@salesforce/label/c.GoTallo_PlatformReason_askAgain';
import labelAskSupervisor from '@salesforce/label/c.GoTallo_PlatformReason_askSupervisor';
import labelBlocked from '@salesforce/label/c.GoTallo_Platform_blocked';
import labelBlockedLine from '@salesforce/label/c.GoTallo_Platform_blockedLine';
import labelChangedElsewhere from '@salesforce/label/c.GoTallo_PlatformReason_changedElsewhere';
import labelInstagram from '@salesforce/label/c.GoTallo_PlatformReason_instagram';
import labelListFull from '@salesforce/label/c.GoTallo_PlatformReason_listFull';
import labelMaybe from '@salesforce/label/c.GoTallo_Platform_maybe';
import labelMaybeLine from '@salesforce/label/c.GoTallo_Platform_maybeLine';
import labelNoAnswer from '@salesforce/label/c.GoTallo_PlatformReason_noAnswer';
import labelNotAccepted from '@salesforce/label/c.GoTallo_PlatformReason_notAccepted';
import labelNotBlocked from '@salesforce/label/c.GoTallo_Platform_notBlocked';
import labelNotClear from '@salesforce/label/c.GoTallo_PlatformReason_notClear';
import labelNotDone from '@salesforce/label/c.GoTallo_PlatformReason_notDone';
import labelNotReached from '@salesforce/label/c.GoTallo_PlatformReason_notReached';
import labelOwnNumber from '@salesforce/label/c.GoTallo_PlatformReason_ownNumber';
import labelPlatformTrouble from '@salesforce/label/c.GoTallo_PlatformReason_platformTrouble';
import labelSaysBlocked from '@salesforce/label/c.GoTallo_Platform_saysBlocked';
import labelSaysNotBlocked from '@salesforce/label/c.GoTallo_Platform_saysNotBlocked';
import labelSettle from '@salesforce/label/c.GoTallo_Platform_settle';
import labelSettleLine from '@salesforce/label/c.GoTallo_Platform_settleLine';
import labelSettling from '@salesforce/label/c.GoTallo_Card_settling';
import labelSetUp from '@salesforce/label/c.GoTallo_PlatformReason_setUp';
import labelStillBlocked from '@salesforce/label/c.GoTallo_Platform_stillBlocked';
import labelStillBlockedLine from '@salesforce/label/c.GoTallo_Platform_stillBlockedLine';
import labelStillWriteLine from '@salesforce/label/c.GoTallo_Platform_stillWriteLine';
import labelTooMany from '@salesforce/label/c.GoTallo_PlatformReason_tooMany';
import labelUnknown from '@salesforce/label/c.GoTallo_Platform_unknown';
import labelUnknownLine from '@salesforce/label/c.GoTallo_Platform_unknownLine';
import labelWindowClosed from '@salesforce/label/c.GoTallo_PlatformReason_windowClosed';
import labelWroteSince from '@salesforce/label/c.GoTallo_PlatformReason_wroteSince';

export const i18n = {
    askAgain: labelAskAgain,
    askSupervisor: labelAskSupervisor,
    blocked: labelBlocked,
    blockedLine: labelBlockedLine,
    changedElsewhere: labelChangedElsewhere,
    instagram: labelInstagram,
    listFull: labelListFull,
    maybe: labelMaybe,
    maybeLine: labelMaybeLine,
    noAnswer: labelNoAnswer,
    notAccepted: labelNotAccepted,
    notBlocked: labelNotBlocked,
    notClear: labelNotClear,
    notDone: labelNotDone,
    notReached: labelNotReached,
    ownNumber: labelOwnNumber,
    platformTrouble: labelPlatformTrouble,
    saysBlocked: labelSaysBlocked,
    saysNotBlocked: labelSaysNotBlocked,
    settle: labelSettle,
    settleLine: labelSettleLine,
    settling: labelSettling,
    setUp: labelSetUp,
    stillBlocked: labelStillBlocked,
    stillBlockedLine: labelStillBlockedLine,
    stillWriteLine: labelStillWriteLine,
    tooMany: labelTooMany,
    unknown: labelUnknown,
    unknownLine: labelUnknownLine,
    windowClosed: labelWindowClosed,
    wroteSince: labelWroteSince
};
