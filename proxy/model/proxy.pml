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
    kind[w] = 0; sent[w] = 0; isFirst[w] = false; setsNative[w] = false; native[w] = 0;
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
    stepsLeft(recoveryPoint, targetOutcome, targetKind, targetRetries, nativeStatus);
    setsNative[w] = sets;
    if
    :: lifts -> nextStep[w] = firstNativeStep
    :: else -> nextStep[w] = stateSend
    fi
}
