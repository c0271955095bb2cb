/* What is due is taken up: recovery.ts, timed-ends.ts. */

inline recovers(w) {
    d_step {
        isToBeRecovered && isFirstIdle(w) ->
        printf("Proxy %c: takes up what is due, to bring the state to %e\n", NAME(w), target);
        journal_claimDue(w);
        takeUp(w, false);
        nextStep[w] = (RECOVERY_SENDS(w) -> nextStep[w] : completeUnknown);
        checkClaims()
    }
}

inline claimsDueEnd(w) {
    d_step {
        isEndToBeClaimed && isFirstIdle(w) ->
        printf("Proxy %c: claims the end of a block whose time is over\n", NAME(w));
        journal_claimDueEnds(w);
        nextStep[w] = ending
    }
}

inline endsDueBlock(w) {
    d_step {
        nextStep[w] == ending && isAwake(w) && !isLeased ->
        judgeEnd(w);
        if
        :: isDeclined -> printf("Proxy %c: the end is not due anymore\n", NAME(w)); rest(w)
        :: else ->
            acceptCommand(w, unblock, OPEN, NOT_SAID, false, false, false);
            tellAccepted(w);
            if
            :: isDeclined -> rest(w)
            :: else
            fi
        fi;
        forgetWhatIsOver()
    }
}

/* The conversation is busy for too long: the end comes again. */
inline leavesEndForLater(w) {
    d_step {
        nextStep[w] == ending && isAwake(w) && isLeased ->
        printf("Proxy %c: the conversation is busy, and the end is left for later\n", NAME(w));
        rest(w);
        forgetWhatIsOver()
    }
}

inline judgeEnd(w) {
    isDeclined = (!openBlock || !IS_ITS_BLOCK(w) || !IS_ITS_TIME || (isUnfinished && targetKind == unblock))
}
