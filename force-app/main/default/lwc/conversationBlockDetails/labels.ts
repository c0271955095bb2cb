import labelAdminInstagram from '@salesforce/label/c.GoTallo_Admin_instagram';
import labelAdminNotKeptOut from '@salesforce/label/c.GoTallo_Admin_notKeptOut';
import labelAdminSetUp from '@salesforce/label/c.GoTallo_Admin_nativeSetUp';
import labelAskSupervisor from '@salesforce/label/c.GoTallo_NativeReason_askSupervisor';
import labelBlocked from '@salesforce/label/c.GoTallo_NativeBlock_blocked';
import labelBlockedLine from '@salesforce/label/c.GoTallo_NativeBlock_blockedLine';
import labelChangedElsewhere from '@salesforce/label/c.GoTallo_NativeReason_changedElsewhere';
import labelChannelBlocks from '@salesforce/label/c.GoTallo_Resolve_blocked';
import labelChannelLetsWrite from '@salesforce/label/c.GoTallo_Resolve_notBlocked';
import labelCorrect from '@salesforce/label/c.GoTallo_Resolve_correct';
import labelElsewhere from '@salesforce/label/c.GoTallo_Details_elsewhere';
import labelInstagram from '@salesforce/label/c.GoTallo_NativeReason_instagram';
import labelKeptOut from '@salesforce/label/c.GoTallo_Details_keptOut';
import labelKeptOutOnly from '@salesforce/label/c.GoTallo_Details_keptOutOnly';
import labelListFull from '@salesforce/label/c.GoTallo_NativeReason_listFull';
import labelMaybe from '@salesforce/label/c.GoTallo_NativeBlock_maybe';
import labelMaybeLine from '@salesforce/label/c.GoTallo_NativeBlock_maybeLine';
import labelNoAnswer from '@salesforce/label/c.GoTallo_NativeReason_noAnswer';
import labelNotAccepted from '@salesforce/label/c.GoTallo_NativeReason_notAccepted';
import labelNotBlocked from '@salesforce/label/c.GoTallo_NativeBlock_notBlocked';
import labelNotClear from '@salesforce/label/c.GoTallo_NativeReason_notClear';
import labelNotDone from '@salesforce/label/c.GoTallo_NativeReason_notDone';
import labelNotKeptOut from '@salesforce/label/c.GoTallo_Details_notKeptOut';
import labelNotKeptOutLine from '@salesforce/label/c.GoTallo_Details_notKeptOutLine';
import labelNotReached from '@salesforce/label/c.GoTallo_NativeReason_notReached';
import labelOtherReason from '@salesforce/label/c.GoTallo_NativeReason_other';
import labelOwnNumber from '@salesforce/label/c.GoTallo_NativeReason_ownNumber';
import labelPending from '@salesforce/label/c.GoTallo_Details_pending';
import labelPendingLine from '@salesforce/label/c.GoTallo_Details_pendingLine';
import labelChannelTrouble from '@salesforce/label/c.GoTallo_NativeReason_channelTrouble';
import labelSaysBlocked from '@salesforce/label/c.GoTallo_NativeBlock_saysBlocked';
import labelSaysNotBlocked from '@salesforce/label/c.GoTallo_NativeBlock_saysNotBlocked';
import labelResolve from '@salesforce/label/c.GoTallo_NativeBlock_resolve';
import labelResolveLine from '@salesforce/label/c.GoTallo_NativeBlock_resolveLine';
import labelResolving from '@salesforce/label/c.GoTallo_Card_resolving';
import labelSetUp from '@salesforce/label/c.GoTallo_NativeReason_setUp';
import labelStillBlocked from '@salesforce/label/c.GoTallo_NativeBlock_stillBlocked';
import labelStillBlockedLine from '@salesforce/label/c.GoTallo_NativeBlock_stillBlockedLine';
import labelStillWriteLine from '@salesforce/label/c.GoTallo_NativeBlock_stillWriteLine';
import labelTooMany from '@salesforce/label/c.GoTallo_NativeReason_tooMany';
import labelUnknown from '@salesforce/label/c.GoTallo_NativeBlock_unknown';
import labelUnknownLine from '@salesforce/label/c.GoTallo_NativeBlock_unknownLine';
import labelWhenTheyWrite from '@salesforce/label/c.GoTallo_NativeReason_whenTheyWrite';
import labelWindowClosed from '@salesforce/label/c.GoTallo_NativeReason_windowClosed';
import labelWroteAgain from '@salesforce/label/c.GoTallo_NativeReason_wroteAgain';
import labelWroteSince from '@salesforce/label/c.GoTallo_NativeReason_wroteSince';

export {
    labelAdminInstagram as adminInstagram,
    labelAdminNotKeptOut as adminNotKeptOut,
    labelAdminSetUp as adminSetUp,
    labelAskSupervisor as askSupervisor,
    labelBlocked as blocked,
    labelBlockedLine as blockedLine,
    labelChangedElsewhere as changedElsewhere,
    labelChannelBlocks as channelBlocks,
    labelChannelLetsWrite as channelLetsWrite,
    labelCorrect as correct,
    labelElsewhere as elsewhere,
    labelInstagram as instagram,
    labelKeptOut as keptOut,
    labelKeptOutOnly as keptOutOnly,
    labelListFull as listFull,
    labelMaybe as maybe,
    labelMaybeLine as maybeLine,
    labelNoAnswer as noAnswer,
    labelNotAccepted as notAccepted,
    labelNotBlocked as notBlocked,
    labelNotClear as notClear,
    labelNotDone as notDone,
    labelNotKeptOut as notKeptOut,
    labelNotKeptOutLine as notKeptOutLine,
    labelNotReached as notReached,
    labelOtherReason as otherReason,
    labelOwnNumber as ownNumber,
    labelPending as pending,
    labelPendingLine as pendingLine,
    labelChannelTrouble as channelTrouble,
    labelSaysBlocked as saysBlocked,
    labelSaysNotBlocked as saysNotBlocked,
    labelResolve as resolve,
    labelResolveLine as resolveLine,
    labelResolving as resolving,
    labelSetUp as setUp,
    labelStillBlocked as stillBlocked,
    labelStillBlockedLine as stillBlockedLine,
    labelStillWriteLine as stillWriteLine,
    labelTooMany as tooMany,
    labelUnknown as unknown,
    labelUnknownLine as unknownLine,
    labelWhenTheyWrite as whenTheyWrite,
    labelWindowClosed as windowClosed,
    labelWroteAgain as wroteAgain,
    labelWroteSince as wroteSince
};
