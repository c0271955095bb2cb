/* What must hold. Each is broken by a planted mistake (plants.ts), so none is true by construction alone. */

/* The state that the last command leads to which was not refused at once. Nobody else changes it here. */
mtype:conversationState lastCommand = AUTO_BOT;
mtype:conversationState beforeLastCommand;
/* The block that the timed end which was accepted last is about, and whether its time was over then. */
mtype:whichBlock timedBlock = none;
bool isTimed;
bool wasTimeOver;
/* Whoever blocked last wants the block to end by itself. */
bool wantsEnd;
bool beforeWantsEnd;

hidden mtype:property broken;

/* A planted mistake is told by the one property that it is planted for. */
#ifdef ONLY
#define isAsked(property) (property == ONLY)
#else
#define isAsked(property) true
#endif

inline mustHold(what, property) {
    if
    :: what || !isAsked(property)
    :: else -> broken = property; printf("Broken: %e\n", broken); assert(false)
    fi
}

/* Block User is sent from the opposite only, by whoever holds the lease, and with no other one in flight. */
inline checkToggle(w) {
    mustHold(isFromOpposite[w], sentFromTheOpposite);
    mustHold(isOurs(w) && isLeased, sentByTheOwner);
    mustHold(!isToggleInFlight, sentAlone);
    mustHold(isNativeBlocked != (target_(w) == blocked), sentForAReason)
}

#define saysBlocked (nativeStatus == blocked)
#define saysNotBlocked (nativeStatus == notBlocked || nativeStatus == refused)

/* What is claimed is true, and stays so: nothing is in flight that changes it. */
inline checkClaims() {
    mustHold(!saysBlocked || isNativeBlocked, blockedIsTrue);
    mustHold(!saysNotBlocked || !isNativeBlocked, notBlockedIsTrue);
    mustHold(!(saysBlocked || saysNotBlocked) || !isToggleInFlight, nativeClaimStays);
    judgeState(observedState, observedAge, isObservedByRead);
    mustHold(knownState_ == 0 || knownState_ == trueState, stateIsTrue)
}

/* Nobody but the proxies changes anything here, so whoever finds that somebody did is wrong. */
inline checkFindings() {
    mustHold(foundState == 0 && endedBy == 0 && foundNative == 0, othersDidNothing)
}

inline checkAcceptance(w, isAgents) {
    isTimed = !isAgents;
    timedBlock = (isAgents -> none : endOf[w]);
    wasTimeOver = (!isAgents && untilAskedFor == 0 && wantsEnd)
}

#define isTargetNoBlock (isUnfinished && (targetKind == unblock || targetUndoes))

/* A block that does not speak of an end keeps the one it has, unless that is over; one given back has the one it had. */
inline noteWantedEnd(asked, until, undoes, isAgents) {
    beforeWantsEnd = wantsEnd;
    if
    :: asked != block || !isAgents
    :: else ->
        if
        :: undoes -> wantsEnd = (undoBlock == previous && previousUntil != NEVER) || (undoBlock == none && blockUntil != NEVER)
        :: !undoes && until != NOT_SAID -> wantsEnd = true
        :: !undoes && until == NOT_SAID -> wantsEnd = (untilAskedFor != NEVER && untilAskedFor != 0 && !isTargetNoBlock)
        fi
    fi
}

/* A timed end is confirmed: it ends its own block, or one that is over already. */
inline checkTimedEnd() {
    if
    :: isTimed ->
        mustHold(!openBlock || timedBlock == current, endsItsOwnBlock);
        mustHold(wasTimeOver, endsInTime)
    :: else
    fi
}
