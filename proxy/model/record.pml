/* What the store holds of the conversation: ConversationRecord, and the rows that belong to it. */

/* What GoTallo confirmed last, and what was seen from outside beside it. */
mtype:conversationState confirmedState;
mtype:conversationState observedState = AUTO_BOT;
mtype:observationAge observedAge = later;
bool isObservedByRead;
/* Seen after the native block was written last. */
bool isObservedAfterNative = true;
bool isConfirmedNow; /* in this tick: clocks may differ by as much */

/* The target, and the operation that asked for it. */
mtype:conversationState target;
mtype:commandKind targetKind;
bool isTargetObserved; /* nobody here asked for it */
bool targetUndoes;
bool targetRetries; /* the channel is asked once more */
byte targetUntil = NOT_SAID;
mtype:operationOutcome targetOutcome;
mtype:recoveryPoint recoveryPoint;
bool inDoubt;

/* The lease: whose, and when it runs out; without one, when the target is sent again. */
byte leasedBy; /* 0: nobody */
byte due = NEVER;

/* What was sent, unanswered, and may still take effect for so long. */
mtype:conversationState inFlightState;
byte inFlightUntil;

/* The native block. */
mtype:nativeStatus nativeStatus = notBlocked;
bool isLostCall; /* unconfirmed because of no clear answer */
byte nativeInFlightUntil;
bool isNativeNow; /* written in this tick */
byte nativeAge; /* ticks since it was written, where GoTallo is read */

/* The open block, and the one before it as long as it may be opened again. */
bool openBlock;
bool isBlockConfirmed;
byte blockUntil = NEVER;
byte endAgainAt;
bool isOpenedByTarget;
bool wasPreviousConfirmed;
byte previousUntil = NEVER;
bool isPreviousEndedByTarget;

/* What can be taken back (Undoable), and what could be once the operation that is leased is confirmed. */
mtype:commandKind undoKind;
mtype:conversationState undoState;
mtype:whichBlock undoBlock = none;
mtype:commandKind offerKind;
mtype:conversationState offerState;
mtype:whichBlock offerBlock = none;

/* Of the operation that is leased: mayBeUndone, and what counts again when it is refused (Replaced). */
bool mayBeUndone;
mtype:conversationState beforeTarget;
mtype:commandKind beforeKind;
bool isBeforeObserved;
bool beforeUndoes;
bool beforeRetries;
byte beforeUntil = NOT_SAID;
mtype:operationOutcome beforeOutcome;
mtype:recoveryPoint beforePoint;
bool wasInDoubt;
mtype:commandKind beforeUndoKind;
mtype:conversationState beforeUndoState;
mtype:whichBlock beforeUndoBlock = none;

#define isUnfinished (due != NEVER)
#define isLeased (leasedBy != 0 && due != NEVER && due > 0)
#define isInFlight (inFlightUntil > 0)
#define mayUndo(sent) (isInFlight && inFlightState != sent)
#define isBlockDue (openBlock && blockUntil == 0)

/* The native block is written: what was seen and read before says nothing of it anymore. */
inline writeNativeBlock(status, isLost) {
    nativeStatus = status;
    isLostCall = isLost;
    raiseVersion()
}

/* Every write of the native block raises its version; what the supervisor looked at then is another one. */
inline raiseVersion() {
    isVersionCurrent = false;
    isReadAfterNative = false;
    isObservedAfterNative = false;
    isMessageAfterNative = false;
    isMessageLaterThanNative = false;
#if MESSAGES > 0
    isNativeNow = true;
#endif
    nativeAge = 0
}

#define isUndoOfPrevious (undoBlock == previous || offerBlock == previous || beforeUndoBlock == previous)
#define isEndOfPrevious (endOf[0] == previous || endOf[WORKERS - 1] == previous)
#define isPreviousOfUse (isPreviousEndedByTarget || isUndoOfPrevious || isEndOfPrevious)

/* What no step can look at anymore is forgotten, so that states that differ in it alone are one. */
inline forgetWhatIsOver() {
    if
    :: !isPreviousOfUse -> wasPreviousConfirmed = false; previousUntil = NEVER
    :: else
    fi;
    if
    :: !isUnfinished ->
        target = 0; targetKind = 0; isTargetObserved = false; targetUndoes = false; targetRetries = false; targetUntil = NOT_SAID;
        targetOutcome = 0; recoveryPoint = 0; inDoubt = false; leasedBy = 0;
        inFlightState = (isInFlight -> inFlightState : 0)
    :: else
    fi;
    if
    :: leasedBy == 0 -> mayBeUndone = false; forgetOffer(); forgetBefore()
    :: else
    fi;
#if MESSAGES == 0 && READS == 0
    inFlightState = (isInFlight -> inFlightState : 0);
    observedAge = (confirmedState == 0 -> later : older);
    observedState = (confirmedState == 0 -> observedState : 0);
    isObservedAfterNative = false;
#endif
    skip
}

inline forgetOffer() {
    offerKind = 0; offerState = 0; offerBlock = none
}

inline forgetBefore() {
    beforeTarget = 0; beforeKind = 0; isBeforeObserved = false; beforeUndoes = false; beforeRetries = false; beforeUntil = NOT_SAID;
    beforeOutcome = 0; beforePoint = 0; wasInDoubt = false;
    beforeUndoKind = 0; beforeUndoState = 0; beforeUndoBlock = none;
    isOpenedByTarget = false; isPreviousEndedByTarget = false
}
