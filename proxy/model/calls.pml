/* What is true at GoTallo and on the channel, and what is on its way to become true. */

mtype:conversationState trueState = AUTO_BOT;
bool isNativeBlocked; /* on the channel; Block User toggles it */

/* The call that each proxy waits for. */
mtype:callState call[WORKERS] = noCall;
mtype:effect callEffect[WORKERS] = nothing;
byte callAge[WORKERS];

/* Calls that nobody waits for anymore and that still take effect. */
#define LATE_CALLS 2
mtype:effect late[LATE_CALLS] = nothing;
byte lateLeft[LATE_CALLS];

byte faults = FAULTS;

#define isToggle(effect) (effect == toBlocked || effect == toNotBlocked)
#define isUndone(w) (call[w] == undone)
#if WORKERS == 1
#define isToggleUndone (isUndone(0) && isToggle(callEffect[0]))
#else
#define isToggleUndone ((isUndone(0) && isToggle(callEffect[0])) || (isUndone(1) && isToggle(callEffect[1])))
#endif
#define isToggleInFlight (isToggleUndone || isToggle(late[0]) || isToggle(late[1]))
#if WORKERS == 1
#define isCallUndone (isUndone(0))
#else
#define isCallUndone (isUndone(0) || isUndone(1))
#endif
#define isAnythingInFlight (isCallUndone || late[0] != nothing || late[1] != nothing)

inline sendCall(w, effect) {
    call[w] = undone;
    callEffect[w] = effect;
    callAge[w] = 0;
    isOverslept[w] = false
}

inline forgetCall(w) {
    call[w] = noCall;
    callEffect[w] = nothing;
    callAge[w] = 0;
    isOverslept[w] = false
}

/* What is not done yet when its proxy gives it up may be done later; the other choice, never, is the caller's. */
inline becomeLate(w) {
    if
    :: late[0] == nothing -> late[0] = callEffect[w]; lateLeft[0] = LATENESS - callAge[w]
    :: else -> late[1] = callEffect[w]; lateLeft[1] = LATENESS - callAge[w]
    fi
}

#define canBecomeLate (late[1] == nothing || late[0] == nothing)

inline forgetLate(slot) {
    late[slot] = nothing;
    lateLeft[slot] = 0;
    /* One that is left is always the first: which of two came first does not matter. */
    if
    :: slot == 0 && late[1] != nothing ->
        late[0] = late[1]; lateLeft[0] = lateLeft[1];
        late[1] = nothing; lateLeft[1] = 0
    :: else
    fi
}
