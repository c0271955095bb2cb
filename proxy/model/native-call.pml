/* Block User, step by step: native-call.ts. */

#if READS > 0
#define afterAnswer nativeReadAfter
#else
#define afterAnswer nativeEnd
#endif

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
        isFromOpposite[w] = (nativeStatus == (target_(w) == blocked -> notBlocked : blocked) || (targetRetries && nativeStatus == refused));
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
        :: !isWritten -> leave(w)
        :: isWritten && kind[w] == unblock ->
            printf("Proxy %c: writes down that the native block is %e\n", NAME(w), native[w]);
            isFirst[w] = false;
            isLost[w] = false;
            nextStep[w] = stateSend
        /* Nothing is sent after it: one transaction writes down both. */
        :: else ->
            journal_complete(w, confirmed);
            printf("Proxy %c: writes down that the native block is %e, and that it is confirmed\n", NAME(w), native[w]);
            rest(w)
        fi;
        checkClaims()
    }
}
