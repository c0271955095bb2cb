/* Agents who only look, where GoTallo can be read. */

byte reads = READS;

/* nativeBlockRead() */
#define isReadKnown (wasReadBlocked -> nativeStatus == blocked : (nativeStatus == notBlocked || nativeStatus == refused))
#define isProven (isReadAfterNative && (!isLostCall || isReadAfterFlight) && !isReadKnown)
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
