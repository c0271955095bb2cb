/* A task takes one step at a time; others may take theirs in between. */

proctype Proxy(byte me) {
end:
    do
    :: agentAsks(me)
    :: recovers(me)
    :: claimsDueEnd(me)
    :: endsDueBlock(me)
    :: leavesEndForLater(me)
#if READS > 0
    :: readsBefore(me)
    :: readsAfter(me)
#endif
    :: startsNativeCall(me)
    :: sendsNativeCall(me)
    :: hearsOfNativeCall(me)
    :: endsNativeCall(me)
    :: sendsState(me)
    :: hearsOfState(me)
    :: completesConfirmed(me)
    :: completesFailed(me)
    :: completesUnknown(me)
#if CRASHES > 0
    :: dies(me)
    :: restarts(me)
#endif
#if PAUSES > 0
    :: stops(me)
    :: goesOn(me)
#endif
    od
}
