/* The words of the model. Those of the code are spelled as there, in camel case; a test compares them. */

/* What a number of ticks may say beside a time that is left. */
#define NEVER 15
#define NOT_SAID 14

/* SEVERAL stands only where the state is told that is in flight: null in the code. */
mtype:conversationState = { OPEN, BLOCKED, AUTO_BOT, SEVERAL };

mtype:commandKind = { block, unblock, state };
mtype:recoveryPoint = { accepted, nativeCallStarted, nativeCallEnded };
mtype:operationOutcome = { pending, confirmed, failed, unknown };
mtype:nativeStatus = { notBlocked, blocked, refused, unconfirmed };

/* How old an observation is beside what GoTallo confirmed: older, later by less than clocks may differ, or clearly later. */
mtype:observationAge = { older, soon, later };

/* Which block a claimed end or an undo is about; blocks that ended before the previous one are of no use to anybody. */
mtype:whichBlock = { none, current, previous };

/* What a proxy does next with a conversation. Those with a call on its way wait; all others take no time. */
mtype:step = {
    idle, ending,
    nativeRead, nativeStart, nativeSend, nativeWait, nativeReadAfter, nativeEnd,
    stateSend, stateWait,
    completeConfirmed, completeFailed, completeUnknown,
    dead
};

/* A call that its proxy waits for: not done yet, done, or never to be done. */
mtype:callState = { noCall, undone, done, never_ };

/* What a call makes true when it takes effect. */
mtype:effect = { nothing, toBlocked, toNotBlocked, toOPEN, toBLOCKED, toAUTO_BOT };

/* What a proxy takes the answer for. */
mtype:answer = { yes, unclear, no, notSent };

/* What must hold: properties.pml, at-the-end.pml. The last one is no assertion, but about what happens in the end. */
mtype:property = {
    neverTheOpposite,
    sentFromTheOpposite, sentByTheOwner, sentAlone, sentForAReason,
    blockedIsTrue, notBlockedIsTrue, nativeClaimStays, stateIsTrue,
    endsItsOwnBlock, endsInTime,
    othersDidNothing,
    nothingHangs, timedBlocksEnd, lastCommandHolds, blocksHaveRows,
    comesTrue
};
