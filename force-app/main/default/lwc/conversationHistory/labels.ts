import labelBlocked from '@salesforce/label/c.GoTallo_History_blocked';
import labelChanged from '@salesforce/label/c.GoTallo_History_changed';
import labelChannel from '@salesforce/label/c.GoTallo_NativeBlock_channel';
import labelChannelBlocked from '@salesforce/label/c.GoTallo_NativeBlock_blocked';
import labelChannelNotBlocked from '@salesforce/label/c.GoTallo_NativeBlock_notBlocked';
import labelChannelUnknown from '@salesforce/label/c.GoTallo_NativeBlock_unknown';
import labelDuration from '@salesforce/label/c.GoTallo_Details_duration';
import labelEmpty from '@salesforce/label/c.GoTallo_History_empty';
import labelFailed from '@salesforce/label/c.GoTallo_History_failed';
import labelFromTo from '@salesforce/label/c.GoTallo_History_fromTo';
import labelLoading from '@salesforce/label/c.GoTallo_History_loading';
import labelMoreShown from '@salesforce/label/c.GoTallo_History_moreShown';
import labelNone from '@salesforce/label/c.GoTallo_History_none';
import labelNote from '@salesforce/label/c.GoTallo_Details_note';
import labelReason from '@salesforce/label/c.GoTallo_Details_reason';
import labelSeenBlocked from '@salesforce/label/c.GoTallo_History_seenBlocked';
import labelSeenChannel from '@salesforce/label/c.GoTallo_History_seenChannel';
import labelSeenEnded from '@salesforce/label/c.GoTallo_History_seenEnded';
import labelSeenState from '@salesforce/label/c.GoTallo_History_seenState';
import labelResolved from '@salesforce/label/c.GoTallo_History_resolved';
import labelRetried from '@salesforce/label/c.GoTallo_History_retried';
import labelShowMore from '@salesforce/label/c.GoTallo_History_showMore';
import labelSomeone from '@salesforce/label/c.GoTallo_History_someone';
import labelState from '@salesforce/label/c.GoTallo_History_state';
import labelTimedEnd from '@salesforce/label/c.GoTallo_History_timedEnd';
import labelTitle from '@salesforce/label/c.GoTallo_History_title';
import labelTryAgain from '@salesforce/label/c.GoTallo_Action_tryAgain';
import labelUnblocked from '@salesforce/label/c.GoTallo_History_unblocked';
import labelUnderWay from '@salesforce/label/c.GoTallo_History_underWay';
import labelUndone from '@salesforce/label/c.GoTallo_History_undone';
import labelUnknown from '@salesforce/label/c.GoTallo_History_unknown';
import labelUntilThen from '@salesforce/label/c.GoTallo_History_until';
import labelUntilUnblocked from '@salesforce/label/c.GoTallo_History_untilUnblocked';
import labelUntil from '@salesforce/label/c.GoTallo_Details_untilWhen';

export {
    labelBlocked as blocked,
    labelChanged as changed,
    labelChannel as channel,
    labelChannelBlocked as channelBlocked,
    labelChannelNotBlocked as channelNotBlocked,
    labelChannelUnknown as channelUnknown,
    labelDuration as duration,
    labelEmpty as empty,
    labelFailed as failed,
    labelFromTo as fromTo,
    labelLoading as loading,
    labelMoreShown as moreShown,
    labelNone as none,
    labelNote as note,
    labelReason as reason,
    labelSeenBlocked as seenBlocked,
    labelSeenChannel as seenChannel,
    labelSeenEnded as seenEnded,
    labelSeenState as seenState,
    labelResolved as resolved,
    labelRetried as retried,
    labelShowMore as showMore,
    labelSomeone as someone,
    labelState as state,
    labelTimedEnd as timedEnd,
    labelTitle as title,
    labelTryAgain as tryAgain,
    labelUnblocked as unblocked,
    labelUnderWay as underWay,
    labelUndone as undone,
    labelUnknown as unknown,
    labelUntil as until,
    labelUntilThen as untilThen,
    labelUntilUnblocked as untilUnblocked
};
