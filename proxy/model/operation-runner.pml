/* The state, and how a try ends, step by step: operation-runner.ts. */

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
