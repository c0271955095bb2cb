/* Whoever else has a part: the supervisor, the customer, and agents who only look where GoTallo can be read. */

mtype:supervising = { away, hasCard, hasLooked };
mtype:supervising supervisor = away;
/* The native block was not written since she opened the card, so that its version is still the stored one. */
bool isVersionCurrent;
bool hasVersion;
bool sawBlocked;
byte looks = LOOKS;

/* A message of the customer, until the webhook tells of it. */
mtype:conversationState message;
mtype:observationAge messageAge = later;
bool isMessageAfterAnswer;
bool isMessageAfterNative;
bool isMessageLaterThanNative; /* by more than clocks may differ */
bool isMessageOutdated; /* something newer was seen since */
bool isObservedAfterAnswer;
byte messages = MESSAGES;

/* A read of GoTallo, until what it told is written down. */
mtype:conversationState readState;
bool wasReadBlocked;
bool isReadAfterNative;
bool isReadAfterConfirmed;
bool isReadAfterAnswer;
bool isReadAfterFlight; /* so long after the lost call that it cannot take effect anymore */
byte reads = READS;

/* findingsOf(); isNew: what was seen is newer than the observation that is stored. */
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

#if READS > 0
#define mayBeCorrected (nativeStatus == unconfirmed)
#else
#define mayBeCorrected true
#endif

/* The card loads the view again while she looks away from it: then it is another view that she answers to. */
inline refreshCard() {
    if
    :: IS_CARD_REFRESHED && showsVersion ->
        printf("The card loads the view again\n");
        hasVersion = true;
        isVersionCurrent = true
    :: else
    fi
}

/* resolveNativeBlock() */
inline speak() {
    judgeState(observedState, observedAge, isObservedByRead);
    judgeNative(isObservedAfterNative);
    if
    :: isLeased || isWordTooEarly || isWordOutdated -> printf("The supervisor is not heard\n")
    :: else ->
        if
        :: (knownNative == blocked && sawBlocked) || ((knownNative == notBlocked || knownNative == refused) && !sawBlocked) ->
            printf("The supervisor says what is known already\n")
        :: else ->
            if
            :: !mayBeCorrected && knownNative != unconfirmed -> printf("The supervisor is not heard: GoTallo itself tells\n")
            :: else ->
                printf("The supervisor says what she saw, and is believed\n");
                journal_recordFindings(0, 0, (sawBlocked -> blocked : notBlocked))
            fi
        fi
    fi
}

hidden byte hasWritten;

/* findingsOfMessage() */
inline tell() {
    /* Whom the channel blocks cannot write, so somebody who wrote is not blocked there (wroteSince). */
    hasWritten = (nativeStatus == blocked && !isLeased && isWrittenLater);
    if
    :: isMessageOutdated
    :: else ->
        observedState = message; observedAge = messageAge; isObservedByRead = false;
        isObservedAfterNative = isMessageAfterNative; isObservedAfterAnswer = isMessageAfterAnswer
    fi;
    foundState = 0; endedBy = 0; foundNative = 0;
    if
    :: isUnfinished ->
        judgeReplacedTarget(observedState, observedAge, isObservedByRead);
        if
        :: foundState != 0 && openBlock && foundState != BLOCKED -> endedBy = foundState
        :: else
        fi
    :: else ->
        judgeState(observedState, observedAge, isObservedByRead);
        judgeNative(isObservedAfterNative);
        findEndElsewhere()
    fi;
    if
    :: foundNative == 0 && hasWritten -> foundNative = unconfirmed
    :: else
    fi;
    checkFindings();
    journal_recordFindings(foundState, endedBy, foundNative)
}

#define isProven (isReadAfterNative && (!isLostCall || isReadAfterFlight) && nativeStatus != (wasReadBlocked -> blocked : notBlocked) && !(nativeStatus == refused && !wasReadBlocked))
#define readAge (isReadAfterConfirmed -> later : older)

/* findingsOf() with a read. */
inline note() {
    foundState = 0; endedBy = 0; foundNative = 0;
    if
    :: isLeased
    :: !isLeased && isUnfinished ->
        judgeReplacedTarget(readState, readAge, true);
        endedBy = (openBlock && foundState != BLOCKED -> foundState : 0)
    :: !isLeased && !isUnfinished ->
        judgeState(readState, readAge, true);
        judgeNative(isReadAfterNative);
        findEndElsewhere()
    fi;
    checkFindings();
    if
    :: foundState != 0 || endedBy != 0 -> storeRead()
    :: else
    fi;
    if
    :: !isUnfinished && isProven -> foundNative = (wasReadBlocked -> blocked : notBlocked)
    :: else
    fi;
    if
    :: foundState != 0 || endedBy != 0 || foundNative != 0 -> journal_recordFindings(foundState, endedBy, foundNative)
    :: else
    fi
}

inline storeRead() {
    observedState = readState; observedAge = readAge; isObservedByRead = true;
    isObservedAfterNative = isReadAfterNative; isObservedAfterAnswer = isReadAfterAnswer;
    isMessageOutdated = (message != 0)
}

#if LOOKS > 0
proctype Supervisor() {
end:
    do
    /* The card shows the version while nothing of Block User is in flight and no operation is leased. */
    :: d_step {
           supervisor == away && looks > 0 && mayOpen ->
           looks--;
           hasVersion = showsVersion;
           isVersionCurrent = hasVersion;
           supervisor = hasCard;
           printf("The supervisor opens the card\n")
       }
    :: d_step {
           supervisor == hasCard ->
           sawBlocked = isNativeBlocked;
           supervisor = hasLooked;
           if
           :: sawBlocked -> printf("The supervisor looks at the channel: it blocks\n")
           :: else -> printf("The supervisor looks at the channel: it does not block\n")
           fi
       }
    :: d_step {
           supervisor == hasLooked ->
           refreshCard();
           speak();
           supervisor = away; isVersionCurrent = false; hasVersion = false; sawBlocked = false;
           checkClaims()
       }
    od
}
#endif

#if MESSAGES > 0
proctype Customer() {
end:
    do
    /* Whom the channel blocks cannot write. */
    :: d_step {
           messages > 0 && message == 0 && !isNativeBlocked ->
           messages--;
           message = trueState;
           messageAge = (confirmedState == 0 || !isConfirmedNow -> later : soon);
           isMessageAfterAnswer = true;
           isMessageAfterNative = true;
           isMessageLaterThanNative = !isNativeNow;
           printf("The customer writes while the state is %e\n", message)
       }
    :: d_step {
           message != 0 ->
           printf("A webhook tells that it was %e\n", message);
           tell();
           message = 0; messageAge = later; isMessageAfterAnswer = false; isMessageAfterNative = false;
           isMessageLaterThanNative = false; isMessageOutdated = false;
           forgetWhatIsOver();
           checkClaims()
       }
    od
}
#endif

#if READS > 0
proctype Reader() {
end:
    do
    :: d_step {
           reads > 0 && readState == 0 ->
           reads--;
           readState = trueState;
           wasReadBlocked = isNativeBlocked;
           isReadAfterNative = true;
           isReadAfterConfirmed = true;
           isReadAfterAnswer = true;
           isReadAfterFlight = isCallOver;
           printf("A view reads GoTallo\n")
       }
    :: d_step {
           readState != 0 ->
           printf("The view writes down what it read\n");
           note();
           readState = 0; wasReadBlocked = false; isReadAfterNative = false; isReadAfterConfirmed = false;
           isReadAfterAnswer = false; isReadAfterFlight = false;
           forgetWhatIsOver();
           checkClaims()
       }
    od
}
#endif
