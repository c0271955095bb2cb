/* What is known, and what is decided by it: known-state.ts, block-status.ts, known-native-block.ts, judge-command.ts. */

/* Results of the inlines below; they hold within one step only. */
hidden mtype:conversationState knownState_;
hidden byte isKnownByProxy;
hidden mtype:nativeStatus knownNative;
hidden byte isNativeByOthers;

hidden byte isDeclined;
hidden mtype:conversationState wholeState;
hidden byte wholeUntil;
hidden byte endsOpenBlock;
hidden byte isDoubtful;
hidden byte willBeUndone; /* mayBeUndone of the acceptance */
hidden mtype:nativeStatus acceptedNative; /* 0: it stays */
hidden mtype:conversationState foundState;

#define isUnknown (knownState_ == 0)
#define hasNoBlock (!openBlock || (!isUnknown && isBlockConfirmed && knownState_ != BLOCKED))
#define isKnownUnblocked (!isUnknown && knownState_ != BLOCKED && hasNoBlock)
#define hasConfirmedBlock (openBlock && isBlockConfirmed && knownState_ == BLOCKED)

/* seen: the newest observation, its age beside what is confirmed, and whether it was read from GoTallo. */
inline judgeState(seen, age, isRead) {
    knownState_ = 0;
    isKnownByProxy = false;
    if
    :: isUnfinished && inDoubt
    :: else ->
        if
        :: seen != 0 && (confirmedState == 0 || !isOutdated(age)) -> knownState_ = seen
        :: else -> knownState_ = confirmedState; isKnownByProxy = (confirmedState != 0)
        fi;
        if
        :: isUnfinished && knownState_ != target -> knownState_ = 0
        :: !isKnownByProxy && !isRead && confirmedState != 0 && knownState_ != confirmedState && age == soon -> knownState_ = 0
        :: else
        fi
    fi
}

/* isAfterNative: what is known of the state was seen after the native block was written. */
inline judgeNative(isAfterNative) {
    knownNative = nativeStatus;
    isNativeByOthers = false;
    if
    :: knownState_ == BLOCKED && !isKnownByProxy && hasNoBlock && isAfterNative && (nativeStatus == notBlocked || nativeStatus == refused) ->
        knownNative = unconfirmed;
        isNativeByOthers = true
    :: else
    fi
}

/* afterEndElsewhere; 0: nothing follows. */
#define afterEndElsewhere(status) (status == blocked -> unconfirmed : (status == refused -> notBlocked : 0))

/* When the block ends by itself, by what was asked for last (endAskedFor). */
#define untilAskedFor (isUnfinished && targetUntil != NOT_SAID -> targetUntil : (openBlock -> blockUntil : NEVER))

#define blocksAnew(undoes) (!undoes && (untilAskedFor == 0 || (isUnfinished && (targetKind == unblock || targetUndoes))))

inline judge(kind, sent, until, undoes) {
    judgeState(observedState, observedAge, isObservedByRead);
    judgeNative(isObservedAfterNative);
    isDeclined = (kind == unblock && isKnownUnblocked && !isUnfinished && !openBlock && knownNative != blocked);
    endsOpenBlock = (hasNoBlock || (kind == block && blocksAnew(undoes) && ENDS_OLD_BLOCK));
    wholeState = sent;
    wholeUntil = until;
    if
    :: kind == block && blocksAnew(undoes)
    :: else ->
        if
        :: kind == unblock && isKnownUnblocked -> wholeState = knownState_
        :: kind == block && isUnfinished && targetKind == block && until == NOT_SAID -> wholeUntil = targetUntil
        :: else
        fi
    fi;
    willBeUndone = mayUndo(wholeState);
    isDoubtful = (willBeUndone || !(knownState_ == wholeState && isKnownByProxy));
    acceptedNative = 0;
    if
    :: hasNoBlock && openBlock && !isUnknown -> acceptedNative = afterEndElsewhere(knownNative)
    :: else
    fi;
    if
    :: acceptedNative == 0 && isNativeByOthers -> acceptedNative = knownNative
    :: else
    fi
}

/* What taking it back would lead to (beforeOf); from what judge() has found. */
inline judgeOffer(kind, undoes, isAgents) {
    forgetOffer();
    if
    :: !isAgents || undoes
    :: else ->
        if
        :: kind == block && isKnownUnblocked -> offerKind = block; offerState = knownState_
        :: kind == unblock && hasConfirmedBlock -> offerKind = unblock; offerState = BLOCKED; offerBlock = current
        :: else
        fi
    fi
}

/* Whether what can be taken back still holds (judge-undo.ts). */
inline judgeUndo() {
    judgeState(observedState, observedAge, isObservedByRead);
    if
    :: isUnfinished && targetUndoes -> isDeclined = false
    :: else ->
        if
        :: undoKind == block -> isDeclined = !hasConfirmedBlock
        :: undoKind == unblock -> isDeclined = (isUnknown || knownState_ != confirmedState)
        :: else -> isDeclined = true
        fi
    fi
}

/* Why the channel is not asked once more (judge-retry.ts). */
inline judgeRetry() {
    judgeState(observedState, observedAge, isObservedByRead);
    judgeNative(isObservedAfterNative);
    isDeclined = (!hasConfirmedBlock || untilAskedFor == 0 || (isUnfinished && !targetRetries) ||
        !mayBeRetried(knownNative) || nativeInFlightUntil > 0)
}

/* Whether the state that is seen now may be what others did. */
#define isClearlyLater(age, isRead) (age == later || (isRead && age != older))
#define isReplaceable (isUnfinished && !isLeased && targetOutcome == confirmed && confirmedState != 0)
#define isNotOurs(seen) (inFlightState != 0 && inFlightState != SEVERAL && !isOwnLate(seen) && target != seen)

inline judgeReplacedTarget(seen, age, isRead) {
    foundState = 0;
    if
    :: isReplaceable && isClearlyLater(age, isRead) && isNotOurs(seen) -> foundState = seen
    :: else
    fi
}
