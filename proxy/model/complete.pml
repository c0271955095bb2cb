/* How a try ends, in the store: complete-operation.ts. */

/* Writes down how a try ended, and gives the lease back. */
inline journal_complete(w, how) {
    if
    :: !isOurs(w) -> isWritten = false
    :: else ->
        isWritten = true;
        if
        :: how == confirmed -> completeConfirmedColumns(w)
        :: how == failed -> completeFailedColumns()
        :: how == unknown -> completeUnknownColumns(w)
        fi;
        leasedBy = 0;
        forgetWhatIsOver()
    fi
}

hidden byte wasInFlightUntil;

inline completeConfirmedColumns(w) {
    confirmedState = sent[w];
#if MESSAGES > 0
    isConfirmedNow = true;
#endif
    /* What was seen before GoTallo answered is older, whenever it was written. */
    observedAge = (isObservedAfterAnswer -> soon : older);
    messageAge = (isMessageAfterAnswer -> soon : older);
    isReadAfterConfirmed = isReadAfterAnswer;
    if
    :: kind[w] == unblock && native[w] == refused -> writeNativeBlock(notBlocked, false)
    :: else
    fi;
    if
    :: offerKind != 0 -> undoKind = offerKind; undoState = offerState; undoBlock = offerBlock
    :: else
    fi;
    /* The same statement reads what was in flight before, and writes what is now. */
    wasInFlightUntil = inFlightUntil;
    if
    :: isSentBefore[w] -> noteInFlight(sent[w], IN_FLIGHT)
    :: else
    fi;
    if
    :: targetOutcome != confirmed && kind[w] == block -> confirmBlock()
    :: targetOutcome != confirmed && kind[w] == unblock -> checkTimedEnd(); endOpenBlock(false)
    :: else
    fi;
    if
    :: mayBeUndone && SENDS_ONCE_MORE -> targetOutcome = confirmed; inDoubt = DOUBTS_WHAT_MAY_BE_UNDONE; due = wasInFlightUntil
    :: else -> due = NEVER
    fi
}

/* GoTallo refused at once what was never sent before: what was there before counts again. */
inline completeFailedColumns() {
    /* endRefusedBlock, reopenEndedBy */
    if
    :: openBlock && !isBlockConfirmed && isOpenedByTarget && ENDS_REFUSED_BLOCK -> dropOpenBlock()
    :: else
    fi;
    if
    :: isPreviousEndedByTarget && !openBlock -> reopenPreviousBlock(wasPreviousConfirmed)
    :: else
    fi;
    undoKind = beforeUndoKind; undoState = beforeUndoState; undoBlock = beforeUndoBlock;
    lastCommand = beforeLastCommand;
    wantsEnd = beforeWantsEnd;
    if
    :: beforeTarget == 0 || FORGETS_BEFORE -> due = NEVER
    :: else ->
        target = beforeTarget; targetKind = beforeKind; isTargetObserved = isBeforeObserved; targetUndoes = beforeUndoes;
        targetRetries = beforeRetries; targetUntil = beforeUntil; targetOutcome = beforeOutcome; recoveryPoint = beforePoint; inDoubt = wasInDoubt;
        due = 0
    fi
}

inline completeUnknownColumns(w) {
    if
    :: targetOutcome == pending -> targetOutcome = unknown
    :: else
    fi;
    if
    :: !isClear[w] -> noteInFlight(sent[w], IN_FLIGHT)
    :: else
    fi;
    due = 0
}

inline noteInFlight(sent, until) {
    inFlightState = (mayUndo(sent) || REMEMBERS_BEFORE(sent) -> SEVERAL : sent);
    inFlightUntil = (inFlightUntil > until -> inFlightUntil : until)
}
