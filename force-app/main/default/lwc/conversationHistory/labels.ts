import labelBlocked from '@salesforce/label/c.GoTallo_History_blocked';
import labelChannel from '@salesforce/label/c.GoTallo_Platform_channel';
import labelChannelBlocked from '@salesforce/label/c.GoTallo_Platform_blocked';
import labelChannelNotBlocked from '@salesforce/label/c.GoTallo_Platform_notBlocked';
import labelChannelUnknown from '@salesforce/label/c.GoTallo_Platform_unknown';
import labelEmpty from '@salesforce/label/c.GoTallo_History_empty';
import labelFailed from '@salesforce/label/c.GoTallo_History_failed';
import labelLoading from '@salesforce/label/c.GoTallo_History_loading';
import labelSeenBlocked from '@salesforce/label/c.GoTallo_History_seenBlocked';
import labelSeenChannel from '@salesforce/label/c.GoTallo_History_seenChannel';
import labelSeenEnded from '@salesforce/label/c.GoTallo_History_seenEnded';
import labelSeenState from '@salesforce/label/c.GoTallo_History_seenState';
import labelSettled from '@salesforce/label/c.GoTallo_History_settled';
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
import labelUntil from '@salesforce/label/c.GoTallo_Details_untilWhen';

export const i18n = {
    blocked: labelBlocked,
    channel: labelChannel,
    channelBlocked: labelChannelBlocked,
    channelNotBlocked: labelChannelNotBlocked,
    channelUnknown: labelChannelUnknown,
    empty: labelEmpty,
    failed: labelFailed,
    loading: labelLoading,
    seenBlocked: labelSeenBlocked,
    seenChannel: labelSeenChannel,
    seenEnded: labelSeenEnded,
    seenState: labelSeenState,
    settled: labelSettled,
    showMore: labelShowMore,
    someone: labelSomeone,
    state: labelState,
    timedEnd: labelTimedEnd,
    title: labelTitle,
    tryAgain: labelTryAgain,
    unblocked: labelUnblocked,
    underWay: labelUnderWay,
    undone: labelUndone,
    unknown: labelUnknown,
    until: labelUntil
};
