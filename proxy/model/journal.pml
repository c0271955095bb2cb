/* The transactions of the journal: each is one step. Its name is that of the method of Journal (protocol/journal.ts). */

/* Commits a command; judge() and judgeOffer() have decided on it. */
inline journal_accept(w, kind, undoes, retries, isAgents) {
    forgetBefore();
    /* What counts again should GoTallo refuse it at once; an operation that nobody carries out ends as it stands. */
    if
    :: isUnfinished ->
        beforeTarget = target; beforeKind = targetKind; isBeforeObserved = isTargetObserved; beforeUndoes = targetUndoes;
        beforeRetries = targetRetries; beforeUntil = targetUntil; beforePoint = recoveryPoint; wasInDoubt = inDoubt;
        beforeOutcome = (targetOutcome == pending -> unknown : targetOutcome)
    :: else
    fi;
    beforeUndoKind = undoKind; beforeUndoState = undoState; beforeUndoBlock = undoBlock;
    if
    :: endsOpenBlock -> endOpenBlock(true)
    :: else
    fi;
    if
    :: kind == block && isAgents && !openBlock ->
        if
        :: undoes && beforeUndoBlock == previous -> reopenPreviousBlock(UNDO_CONFIRMS)
        :: else -> insertBlock(false, wholeUntil)
        fi;
        isOpenedByTarget = true
    :: else
    fi;
    target = wholeState; targetKind = kind; isTargetObserved = false; targetUndoes = undoes; targetUntil = wholeUntil;
    targetRetries = retries;
    targetOutcome = pending; recoveryPoint = accepted;
    inDoubt = isDoubtful;
    leasedBy = w + 1; due = LEASE;
    mayBeUndone = willBeUndone;
    undoKind = 0; undoState = 0; undoBlock = none;
    if
    :: acceptedNative != 0 -> writeNativeBlock(acceptedNative, false)
    :: else
    fi
}

/* Commits that Block User is about to be sent: from now on it is not known whether the channel blocks. */
inline journal_startNativeCall(w) {
    if
    :: isOurs(w) ->
        writeStartedCall();
        nativeInFlightUntil = due;
        recoveryPoint = nativeCallStarted;
        isWritten = true
    :: else -> isWritten = false
    fi
}

/* Writes down what became of Block User. */
inline journal_endNativeCall(w, status, isLost) {
    if
    :: isOurs(w) ->
        writeNativeBlock(status, isLost);
        nativeInFlightUntil = (isLost -> IN_FLIGHT : 0);
        recoveryPoint = nativeCallEnded;
        isWritten = true
    :: else -> isWritten = false
    fi
}

#define isEndOver (targetKind != block || isTargetObserved || targetUntil == NOT_SAID || targetUntil == 0)
/* A block whose time is over is not sent again: it is its end that is due. */
#define isBlockOver (target == BLOCKED && isBlockDue && isEndOver)

#define isToBeRecovered (RECOVERS && isUnfinished && due == 0 && !isBlockOver)
#define isEndToBeClaimed (isBlockDue && endAgainAt == 0)

/* Takes over the conversation that nobody holds and whose target is to be sent again. */
inline journal_claimDue(w) {
    leasedBy = w + 1; due = LEASE;
    mayBeUndone = mayUndo(target);
    forgetOffer();
    forgetBefore()
}

/* Takes the block whose time is over into the hands of a proxy. */
inline journal_claimDueEnds(w) {
    endAgainAt = (ENDS_AGAIN -> LEASE : NEVER);
    endOf[w] = current
}

/* Records what a webhook, a read or a person told: each part as it was found; 0 and none leave what is stored. */
inline journal_recordFindings(newTarget, endedBy, status) {
    if
    :: newTarget != 0 ->
        target = newTarget; targetKind = state; isTargetObserved = true; targetUndoes = false; targetRetries = false; targetUntil = NOT_SAID;
        targetOutcome = confirmed; recoveryPoint = accepted
    :: else
    fi;
    if
    :: endedBy != 0 -> endOpenBlock(false)
    :: else
    fi;
    if
    :: status != 0 -> writeNativeBlock(status, false); nativeInFlightUntil = 0
    :: else
    fi;
    forgetWhatIsOver()
}
