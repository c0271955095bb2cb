/* How an operation is carried out, step by step: operation-runner.ts and native-call.ts. */

#if READS > 0
#define afterAnswer nativeReadAfter
#else
#define afterAnswer nativeEnd
#endif

/* Whoever finds that the conversation is not theirs anymore leaves everything to whoever holds it. */
inline leave(w) {
    printf("Proxy %c: the conversation is not its own anymore, so it stops\n", NAME(w));
    rest(w)
}

inline readsBefore(w) {
    atomic {
        nextStep[w] == nativeRead && isAwake(w) ->
        if
        :: isNativeBlocked == (target_(w) == blocked) ->
            printf("Proxy %c: reads that the channel is so already\n", NAME(w));
            native[w] = target_(w); isLost[w] = false; nextStep[w] = nativeEnd
        :: isNativeBlocked != (target_(w) == blocked) -> nextStep[w] = nativeStart
        :: faults > 0 -> faults--; printf("Proxy %c: the read fails\n", NAME(w)); nextStep[w] = nativeStart
        fi
    }
}

inline startsNativeCall(w) {
    d_step {
        nextStep[w] == nativeStart && isAwake(w) ->
        isFromOpposite[w] = (nativeStatus == (target_(w) == blocked -> notBlocked : blocked));
        journal_startNativeCall(w);
        if
        :: isWritten ->
            printf("Proxy %c: writes down that Block User is about to be sent\n", NAME(w));
            nextStep[w] = nativeSend
        :: else -> leave(w)
        fi;
        checkClaims()
    }
}

inline sendsNativeCall(w) {
    atomic {
        nextStep[w] == nativeSend && isAwake(w) ->
        if
        :: d_step {
               maySendNative(w) ->
               checkToggle(w);
               sendCall(w, toggleOf(w));
               printf("Proxy %c: sends %e\n", NAME(w), callEffect[w]);
               nextStep[w] = nativeWait
           }
        :: d_step {
               !maySendNative(w) ->
               printf("Proxy %c: does not send Block User, because its lease began too long ago\n", NAME(w));
               takeNativeAnswer(w, notSent);
               nextStep[w] = nativeEnd
           }
        :: d_step {
               maySendNative(w) && faults > 0 ->
               faults--;
               printf("Proxy %c: cannot reach GoTallo to send Block User\n", NAME(w));
               takeNativeAnswer(w, notSent);
               nextStep[w] = nativeEnd
           }
        fi
    }
}

/* nativeBlockAfter() */
inline takeNativeAnswer(w, answer) {
    isLost[w] = (answer == unclear);
    if
    :: answer == yes -> native[w] = target_(w)
    :: answer == unclear -> native[w] = unconfirmed
    :: answer == no -> native[w] = (target_(w) == blocked -> refused : blocked)
    :: answer == notSent -> native[w] = (target_(w) == blocked -> notBlocked : blocked)
    fi
}

/* A fault, or the proxy stood still for longer than it waits. */
#define mayGoUnanswered(w) (call[w] != noCall && (faults > 0 || isOverslept[w]))

/* What a proxy hears of the call it waits for; how depends on the call. */
inline hearsOfNativeCall(w) {
    atomic {
        nextStep[w] == nativeWait && isAwake(w) ->
        if
        :: call[w] == done ->
            printf("Proxy %c: is told that Block User was carried out\n", NAME(w));
            forgetCall(w); takeNativeAnswer(w, yes); nextStep[w] = afterAnswer
        :: call[w] == undone && faults > 0 ->
            faults--; printf("Proxy %c: Block User is refused\n", NAME(w));
            forgetCall(w); takeNativeAnswer(w, no); nextStep[w] = nativeEnd
        :: mayGoUnanswered(w) ->
            printf("Proxy %c: Block User gets no clear answer\n", NAME(w));
            losesAnswer(w); takeNativeAnswer(w, unclear); nextStep[w] = ON_LOST_BLOCK_USER(w)
        fi
    }
}

inline losesAnswer(w) {
    faults = (isOverslept[w] || call[w] == never_ -> faults : faults - 1);
    if
    :: call[w] == undone && canBecomeLate -> becomeLate(w)
    :: call[w] == undone -> printf("GoTallo never carries it out\n")
    :: call[w] != undone
    fi;
    forgetCall(w)
}

inline readsAfter(w) {
    atomic {
        nextStep[w] == nativeReadAfter && isAwake(w) ->
        if
        :: isNativeBlocked == (target_(w) == blocked) ->
            printf("Proxy %c: reads that the channel is as asked for\n", NAME(w));
            native[w] = target_(w); isLost[w] = false
        :: isNativeBlocked != (target_(w) == blocked) ->
            printf("Proxy %c: reads that the channel is not as asked for\n", NAME(w));
            native[w] = unconfirmed; isLost[w] = true
        :: faults > 0 -> faults--; printf("Proxy %c: the read fails\n", NAME(w))
        fi;
        nextStep[w] = nativeEnd
    }
}

inline endsNativeCall(w) {
    d_step {
        nextStep[w] == nativeEnd && isAwake(w) ->
        journal_endNativeCall(w, native[w], isLost[w]);
        if
        :: isWritten ->
            printf("Proxy %c: writes down that the native block is %e\n", NAME(w), native[w]);
            isTouched[w] = true;
            isFirst[w] = false;
            isLost[w] = false;
            nextStep[w] = (kind[w] == unblock -> stateSend : completeConfirmed)
        :: else -> leave(w)
        fi;
        checkClaims()
    }
}

inline sendsState(w) {
    d_step {
        nextStep[w] == stateSend && isAwake(w) ->
        if
        :: maySendState(w) ->
            printf("Proxy %c: sends the state %e\n", NAME(w), sent[w]);
            sendCall(w, stateEffect(sent[w]));
            nextStep[w] = stateWait
        :: else ->
            printf("Proxy %c: does not send the state, because its lease began too long ago\n", NAME(w));
            endUnconfirmed(w, !isSentBefore[w])
        fi
    }
}

/* Not confirmed; clear: surely nothing was done. What was refused at the first try has failed. */
inline endUnconfirmed(w, isClearly) {
    isClear[w] = isClearly;
    nextStep[w] = (isClear[w] && isFirst[w] -> completeFailed : completeUnknown)
}

inline hearsOfState(w) {
    atomic {
        nextStep[w] == stateWait && isAwake(w) ->
        if
        :: call[w] == done ->
            printf("Proxy %c: is told that the state was set\n", NAME(w));
            forgetCall(w);
            noteAnswer(w);
            nextStep[w] = (setsNative[w] -> firstNativeStep : completeConfirmed)
        :: call[w] == undone && faults > 0 ->
            faults--; printf("Proxy %c: the state is refused\n", NAME(w));
            forgetCall(w); endUnconfirmed(w, !isSentBefore[w])
        :: mayGoUnanswered(w) ->
            printf("Proxy %c: the state gets no clear answer\n", NAME(w));
            losesAnswer(w);
            if
            /* A state is absolute, so the call is repeated. */
            :: !isSentBefore[w] -> isSentBefore[w] = true; nextStep[w] = stateSend
            :: endUnconfirmed(w, false)
            fi
        fi
    }
}

/* What is seen from now on is later than what is confirmed. */
inline noteAnswer(w) {
    if
    :: isOurs(w) -> isObservedAfterAnswer = false; isMessageAfterAnswer = false; isReadAfterAnswer = false
    :: else
    fi
}

inline completesConfirmed(w) {
    d_step {
        nextStep[w] == completeConfirmed && isAwake(w) ->
        journal_complete(w, confirmed);
        if
        :: isWritten -> printf("Proxy %c: writes down that it is confirmed\n", NAME(w)); rest(w)
        :: else -> leave(w)
        fi;
        checkClaims()
    }
}

inline completesFailed(w) {
    d_step {
        nextStep[w] == completeFailed && isAwake(w) ->
        journal_complete(w, failed);
        if
        :: isWritten -> printf("Proxy %c: writes down that it was refused, and what was before counts again\n", NAME(w)); rest(w)
        :: else -> leave(w)
        fi;
        checkClaims()
    }
}

inline completesUnknown(w) {
    d_step {
        nextStep[w] == completeUnknown && isAwake(w) ->
        journal_complete(w, unknown);
        if
        :: isWritten -> printf("Proxy %c: writes down that nobody knows, so it will be sent again\n", NAME(w)); rest(w)
        :: else -> leave(w)
        fi;
        checkClaims()
    }
}

/* A process is killed, or loses the store; what it sent may still take effect. */
inline dies(w) {
    atomic {
        crashes > 0 && !isOff(w) ->
        crashes--;
        printf("Proxy %c: dies\n", NAME(w));
        if
        :: call[w] == undone && canBecomeLate -> becomeLate(w)
        :: true
        fi;
        forgetCall(w);
        rest(w);
        if
        :: EMBEDDED -> nextStep[w] = dead
        :: else
        fi
    }
}

/* The embedded store belongs to one process, so whoever starts lets go of what an earlier one held (releaseAll). */
inline restarts(w) {
    d_step {
        nextStep[w] == dead ->
        printf("Proxy %c: starts again\n", NAME(w));
        if
        :: leasedBy != 0 && isUnfinished -> noteReleased(); leasedBy = 0; due = 0
        :: else -> leasedBy = 0
        fi;
        nextStep[w] = idle;
        forgetWhatIsOver()
    }
}

inline stops(w) {
    d_step {
        pauses > 0 && !isOff(w) && isAwake(w) ->
        pauses--;
        printf("Proxy %c: stands still\n", NAME(w));
        paused[w] = asleep;
        hasSlept[w] = false
    }
}

/* Not before time has passed: it would have been no pause. */
inline goesOn(w) {
    d_step {
        paused[w] == asleep && hasSlept[w] ->
        printf("Proxy %c: goes on\n", NAME(w));
        paused[w] = awake; hasSlept[w] = false;
        isOverslept[w] = isWaiting(w)
    }
}

proctype Proxy(byte me) {
end:
    do
    :: agentAsks(me)
    :: recovers(me)
    :: claimsDueEnd(me)
    :: endsDueBlock(me)
    :: leavesEndForLater(me)
#if READS > 0
    :: readsBefore(me)
    :: readsAfter(me)
#endif
    :: startsNativeCall(me)
    :: sendsNativeCall(me)
    :: hearsOfNativeCall(me)
    :: endsNativeCall(me)
    :: sendsState(me)
    :: hearsOfState(me)
    :: completesConfirmed(me)
    :: completesFailed(me)
    :: completesUnknown(me)
#if CRASHES > 0
    :: dies(me)
    :: restarts(me)
#endif
#if PAUSES > 0
    :: stops(me)
    :: goesOn(me)
#endif
    od
}
