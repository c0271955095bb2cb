/* How a command is accepted: command-queue.ts. */

inline acceptCommand(w, kind_, sent_, until, undoes, retries, isAgents) {
    beforeLastCommand = lastCommand;
    judge(kind_, sent_, until, undoes);
    if
    :: isDeclined
    :: else ->
        judgeOffer(kind_, undoes, isAgents);
        checkAcceptance(w, isAgents);
        noteWantedEnd(kind_, until, undoes, isAgents);
        journal_accept(w, kind_, undoes, retries, isAgents);
        lastCommand = wholeState;
        takeUp(w, true)
    fi
}

/* An agent presses the button; who comes while another operation is leased waits for it. */
inline agentAsks(w) {
    atomic {
        commands > 0 && !isLeased && isFirstIdle(w) -> commands--;
        if
        :: WITH_BLOCK -> d_step {
               printf("Proxy %c: an agent asks for a block\n", NAME(w));
               acceptCommand(w, block, BLOCKED, NOT_SAID, false, false, true);
               tellAccepted(w)
           }
        :: WITH_BRIEF -> d_step {
               printf("Proxy %c: an agent asks for a block that ends soon\n", NAME(w));
               acceptCommand(w, block, BLOCKED, BRIEF, false, false, true);
               tellAccepted(w)
           }
        :: WITH_UNBLOCK -> d_step {
               printf("Proxy %c: an agent asks for an unblock\n", NAME(w));
               acceptCommand(w, unblock, OPEN, NOT_SAID, false, false, true);
               tellAccepted(w)
           }
        :: WITH_UNDO && (undoKind != 0 || (isUnfinished && targetUndoes)) -> d_step {
               printf("Proxy %c: the agent asks to undo\n", NAME(w));
               acceptUndo(w);
               tellAccepted(w)
           }
        :: WITH_RETRY && openBlock -> d_step {
               printf("Proxy %c: an agent asks the channel once more to block\n", NAME(w));
               acceptRetry(w);
               tellAccepted(w)
           }
        fi
    }
}

inline acceptRetry(w) {
    judgeRetry();
    if
    :: isDeclined
    :: else -> acceptCommand(w, block, BLOCKED, NOT_SAID, false, true, true)
    fi
}

hidden mtype:commandKind undoAsks;
hidden mtype:conversationState undoSends;
hidden byte undoUntil;

inline acceptUndo(w) {
    judgeUndo();
    if
    :: isDeclined
    :: else ->
        if
        :: isUnfinished && targetUndoes -> undoAsks = targetKind; undoSends = target; undoUntil = targetUntil
        :: else -> undoAsks = (undoKind == block -> unblock : block); undoSends = undoState; undoUntil = NOT_SAID
        fi;
        acceptCommand(w, undoAsks, undoSends, undoUntil, true, false, true)
    fi
}

inline tellAccepted(w) {
    if
    :: isDeclined -> printf("Proxy %c: nothing is to be done\n", NAME(w))
    :: else -> printf("Proxy %c: accepts it, to bring the state to %e\n", NAME(w), wholeState)
    fi;
    forgetWhatIsOver();
    checkClaims()
}
