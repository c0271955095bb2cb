/* What was seen and is not written down yet, and what is found out by it: findingsOf(). */

/* A message of the customer, until the webhook tells of it. */
mtype:conversationState message;
mtype:observationAge messageAge = later;
bool isMessageAfterAnswer;
bool isMessageAfterNative;
bool isMessageLaterThanNative; /* by more than clocks may differ */
bool isMessageOutdated; /* something newer was seen since */

/* A read of GoTallo, until what it told is written down. */
mtype:conversationState readState;
bool wasReadBlocked;
bool isReadAfterNative;
bool isReadAfterConfirmed;
bool isReadAfterAnswer;
bool isReadAfterFlight; /* so long after the lost call that it cannot take effect anymore */

/* The observation that is stored was made after GoTallo had answered the call that is under way. */
bool isObservedAfterAnswer;

hidden mtype:conversationState endedBy;
hidden mtype:nativeStatus foundNative;

inline findEndElsewhere() {
    endedBy = 0;
    foundNative = 0;
    if
    :: openBlock && !isUnknown && hasNoBlock ->
        endedBy = knownState_;
        foundNative = afterEndElsewhere(knownNative)
    :: else
    fi;
    if
    :: foundNative == 0 && isNativeByOthers -> foundNative = knownNative
    :: else
    fi
}
