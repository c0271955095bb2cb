/* The customer, and the webhooks that tell of what the customer wrote. */

byte messages = MESSAGES;

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
        endedBy = (openBlock && foundState != BLOCKED -> foundState : 0)
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
