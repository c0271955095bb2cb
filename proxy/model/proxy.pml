/*
 * A task of a proxy: it accepts a command, or takes up what is due, and carries it out: command-queue.ts, recovery.ts,
 * timed-ends.ts, operation-runner.ts, native-call.ts. A crash may befall it before every step, and so may a pause.
 */

mtype:pause = { awake, asleep };

mtype:step nextStep[WORKERS] = idle;
mtype:pause paused[WORKERS] = awake;
/* It went on after a pause that was longer than the call it waited for. */
bool isOverslept[WORKERS];
bool hasSlept[WORKERS];
/* Ticks since the lease began, by its own clock. */
byte sinceLease[WORKERS];
/* The operation as this task took it up. */
mtype:commandKind kind[WORKERS];
mtype:conversationState sent[WORKERS];
bool isFirst[WORKERS]; /* tries === 0, and the native block not touched */
bool setsNative[WORKERS];
bool isTouched[WORKERS];
mtype:nativeStatus native[WORKERS]; /* what it knows of the native block */
bool isLost[WORKERS];
/* What the store said of the native block when the call was written down was the opposite of what it is to become. */
bool isFromOpposite[WORKERS];
/* An earlier sending of the state, in this try, got no clear answer. */
bool isSentBefore[WORKERS];
bool isClear[WORKERS];
/* The block whose end it has claimed. */
mtype:whichBlock endOf[WORKERS] = none;

byte commands = COMMANDS;
byte crashes = CRASHES;
byte pauses = PAUSES;

hidden byte isWritten;
hidden byte lifts;
hidden byte sets;

#define target_(w) (kind[w] == unblock -> notBlocked : blocked)
#define toggleOf(w) (kind[w] == unblock -> toNotBlocked : toBlocked)
#define stateEffect(s) (s == OPEN -> toOPEN : (s == BLOCKED -> toBLOCKED : toAUTO_BOT))
#define maySend(w) (sinceLease[w] <= SENDS_FOR)
#define isAwake(w) (paused[w] == awake)
#define isWaiting(w) (nextStep[w] == nativeWait || nextStep[w] == stateWait)
#define isOff(w) (nextStep[w] == idle || nextStep[w] == ending || nextStep[w] == dead)

#if READS > 0
#define firstNativeStep nativeRead
#else
#define firstNativeStep nativeStart
#endif

/* Tasks are alike: of those that are idle, the first begins. */
#define isFirstIdle(w) (nextStep[w] == idle && (w == 0 || nextStep[0] != idle))
#define NAME(w) ('A' + w)

inline rest(w) {
    nextStep[w] = idle;
    kind[w] = 0; sent[w] = 0; isFirst[w] = false; setsNative[w] = false; isTouched[w] = false; native[w] = 0;
    isLost[w] = false; isFromOpposite[w] = false; isSentBefore[w] = false; isClear[w] = false; sinceLease[w] = 0; endOf[w] = none;
    paused[w] = awake; hasSlept[w] = false; isOverslept[w] = false
}

/* Takes up the operation that it now holds a lease for: stepsLeft() says what of Block User is left. */
inline takeUp(w, isNew) {
    kind[w] = targetKind;
    sent[w] = target;
    isFirst[w] = isNew;
    native[w] = nativeStatus;
    sinceLease[w] = 0;
    endOf[w] = none;
    stepsLeft(recoveryPoint, targetOutcome, targetKind, nativeStatus);
    setsNative[w] = sets;
    if
    :: lifts -> nextStep[w] = firstNativeStep
    :: else -> nextStep[w] = stateSend
    fi
}

inline acceptCommand(w, kind_, sent_, until, undoes, isAgents) {
    beforeLastCommand = lastCommand;
    judge(kind_, sent_, until, undoes);
    if
    :: isDeclined
    :: else ->
        judgeOffer(kind_, undoes, isAgents);
        checkAcceptance(w, isAgents);
        noteWantedEnd(kind_, until, undoes, isAgents);
        journal_accept(w, kind_, undoes, isAgents);
        lastCommand = wholeState;
        takeUp(w, true)
    fi
}

/* An agent presses the button; who comes while another operation is leased waits for it. */
inline agentAsks(w) {
    atomic {
        commands > 0 && !isLeased && isFirstIdle(w) -> commands--;
        if
        :: WITH_BLOCK -> d_step { printf("Proxy %c: an agent asks for a block\n", NAME(w)); acceptCommand(w, block, BLOCKED, NOT_SAID, false, true); tellAccepted(w) }
        :: WITH_BRIEF -> d_step { printf("Proxy %c: an agent asks for a block that ends soon\n", NAME(w)); acceptCommand(w, block, BLOCKED, BRIEF, false, true); tellAccepted(w) }
        :: WITH_UNBLOCK -> d_step { printf("Proxy %c: an agent asks for an unblock\n", NAME(w)); acceptCommand(w, unblock, OPEN, NOT_SAID, false, true); tellAccepted(w) }
        :: WITH_UNDO && (undoKind != 0 || (isUnfinished && targetUndoes)) -> d_step { printf("Proxy %c: the agent asks to undo\n", NAME(w)); acceptUndo(w); tellAccepted(w) }
        fi
    }
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
        acceptCommand(w, undoAsks, undoSends, undoUntil, true, true)
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
            acceptCommand(w, unblock, OPEN, NOT_SAID, false, false);
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
    d_step { nextStep[w] == ending && isAwake(w) && isLeased -> printf("Proxy %c: the conversation is busy, and the end is left for later\n", NAME(w)); rest(w); forgetWhatIsOver() }
}

inline judgeEnd(w) {
    isDeclined = (!openBlock || !IS_ITS_BLOCK(w) || !IS_ITS_TIME || (isUnfinished && targetKind == unblock))
}
