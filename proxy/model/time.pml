/* A tick: all that lasts for some time has less of it left. It waits for whoever has something to do at once. */

/* A task that is not at rest takes no time, unless it waits for a call or stands still. */
#define letsTimePass(w) (isOff(w) || !isAwake(w) || (isWaiting(w) && callAge[w] < ANSWER))
/* What is sent takes effect in time, or never. */
#define isCallInTime(w) (!isUndone(w) || callAge[w] < LATENESS)
#define isLateInTime(slot) (late[slot] == nothing || lateLeft[slot] > 0)

/*
 * That the last command comes true needs loops that run: then no time passes while a proxy that is idle could take up what
 * is due. Whatever else is checked holds for loops that run or not.
 */
#if WORKERS > 1
#define isAnyIdle (nextStep[0] == idle || nextStep[1] == idle)
#define isAnyEnding ((nextStep[0] == ending || nextStep[1] == ending) && !isLeased)
#else
#define isAnyIdle (nextStep[0] == idle)
#define isAnyEnding (nextStep[0] == ending && !isLeased)
#endif
#ifdef LIVE
#define areLoopsAtRest (!isAnyEnding && !(isAnyIdle && (isToBeRecovered || isEndToBeClaimed)))
#else
#define areLoopsAtRest true
#endif

#define isLeft(until) (until > 0 && until < NOT_SAID)
#define isLeaseYoung(w) (!isOff(w) && sinceLease[w] <= SENDS_FOR)
#define isCallYoung(w) (call[w] != noCall && callAge[w] < LATENESS)
#define isYoung(w) (nextStep[w] != idle && (isLeaseYoung(w) || isCallYoung(w) || (paused[w] == asleep && !hasSlept[w])))

/* Where nothing lasts, time changes nothing. */
#if WORKERS > 1
#define isAnyYoung (isYoung(0) || isYoung(1))
#define mayTick (letsTimePass(0) && letsTimePass(1) && isCallInTime(0) && isCallInTime(1) && isLateInTime(0) && isLateInTime(1))
#else
#define isAnyYoung isYoung(0)
#define mayTick (letsTimePass(0) && isCallInTime(0) && isLateInTime(0) && isLateInTime(1))
#endif
#define isAnySendingLeft (isLeft(due) || isLeft(inFlightUntil) || isLeft(nativeInFlightUntil) || late[0] != nothing || late[1] != nothing)
#define isAnyEndLeft (isLeft(blockUntil) || isLeft(previousUntil) || isLeft(targetUntil) || isLeft(beforeUntil) || isLeft(endAgainAt))
#define isTicking (isAnySendingLeft || isAnyEndLeft || isAnyYoung || isConfirmedNow || isNativeNow || isNativeAging)

inline pass(until) {
    until = (isLeft(until) -> until - 1 : until)
}

inline age(w) {
    sinceLease[w] = (isLeaseYoung(w) -> sinceLease[w] + 1 : sinceLease[w]);
    callAge[w] = (isCallYoung(w) -> callAge[w] + 1 : callAge[w]);
    hasSlept[w] = (paused[w] == asleep)
}

proctype Time() {
end:
    do
    :: d_step {
           mayTick && isTicking && areLoopsAtRest ->
           printf("Time passes\n");
           pass(due); pass(inFlightUntil); pass(nativeInFlightUntil);
           pass(blockUntil); pass(previousUntil); pass(targetUntil); pass(beforeUntil); pass(endAgainAt);
           pass(lateLeft[0]); pass(lateLeft[1]);
           age(0);
#if WORKERS > 1
           age(1);
#endif
           isConfirmedNow = false;
           isNativeNow = false;
           nativeAge = (isNativeAging -> nativeAge + 1 : nativeAge);
           forgetWhatIsOver();
           checkClaims()
       }
    od
}
