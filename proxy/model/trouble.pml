/* What goes wrong with a process or with a call. */

/* Whoever finds that the conversation is not theirs anymore leaves everything to whoever holds it. */
inline leave(w) {
    printf("Proxy %c: the conversation is not its own anymore, so it stops\n", NAME(w));
    rest(w)
}

/* A fault, or the proxy stood still for longer than it waits. */
#define mayGoUnanswered(w) (call[w] != noCall && (faults > 0 || isOverslept[w]))

inline losesAnswer(w) {
    faults = (isOverslept[w] || call[w] == never_ -> faults : faults - 1);
    if
    :: call[w] == undone && canBecomeLate -> becomeLate(w)
    :: call[w] == undone -> printf("GoTallo never carries it out\n")
    :: call[w] != undone
    fi;
    forgetCall(w)
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
