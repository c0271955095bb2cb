/* The rows of blocks: store/queries/block.ts. Only the open one and the one before it are of use to anybody. */

#define shift(which) (which == current -> previous : none)

/* Claims and undos go on to be about the same block, whatever it is to the conversation now. */
inline endOpenBlock(isByTarget) {
    if
    :: openBlock ->
        wasPreviousConfirmed = isBlockConfirmed;
        previousUntil = blockUntil;
        isPreviousEndedByTarget = isByTarget;
        openBlock = false; isBlockConfirmed = false; blockUntil = NEVER; endAgainAt = 0; isOpenedByTarget = false;
        endOf[0] = shift(endOf[0]);
#if WORKERS > 1
        endOf[1] = shift(endOf[1]);
#endif
        undoBlock = shift(undoBlock);
        offerBlock = shift(offerBlock);
        beforeUndoBlock = shift(beforeUndoBlock);
        timedBlock = shift(timedBlock)
    :: else
    fi
}

#define unshift(which) (which == previous -> current : none)

inline reopenPreviousBlock(isStillConfirmed) {
    openBlock = true;
    isBlockConfirmed = isStillConfirmed;
    blockUntil = previousUntil;
    endOf[0] = unshift(endOf[0]);
#if WORKERS > 1
    endOf[1] = unshift(endOf[1]);
#endif
    undoBlock = unshift(undoBlock);
    offerBlock = unshift(offerBlock);
    beforeUndoBlock = unshift(beforeUndoBlock);
    timedBlock = unshift(timedBlock)
}

inline insertBlock(isAlreadyConfirmed, until) {
    openBlock = true;
    isBlockConfirmed = isAlreadyConfirmed;
    blockUntil = (until == NOT_SAID -> NEVER : until);
    endAgainAt = 0
}

inline confirmBlock() {
    if
    :: openBlock ->
        isBlockConfirmed = true;
        if
        :: targetUntil != NOT_SAID -> blockUntil = targetUntil; endAgainAt = 0
        :: else
        fi
    :: else -> insertBlock(true, targetUntil)
    fi
}

/* The block that ended here never held; the one before it, which may be opened again, is still the one before it. */
inline dropOpenBlock() {
    openBlock = false; isBlockConfirmed = false; blockUntil = NEVER; endAgainAt = 0; isOpenedByTarget = false;
    endOf[0] = (endOf[0] == current -> none : endOf[0]);
#if WORKERS > 1
    endOf[1] = (endOf[1] == current -> none : endOf[1])
#endif
}
