/* What must hold when all has come to rest, and that it does. */

#if WORKERS > 1
#define areAllOff (nextStep[0] == idle && nextStep[1] == idle)
#else
#define areAllOff (nextStep[0] == idle)
#endif
#define isQuiet (!isUnfinished && areAllOff && !isAnythingInFlight && !isBlockDue && message == 0)

/* Once all is quiet: the state is that of the last command, and a block has its row, which others see. */
#define isSettled (isQuiet && trueState == lastCommand && (trueState == BLOCKED) == openBlock && (!openBlock || isBlockConfirmed))

/* Where nothing moves anymore, nothing is left to do, and it is as it was asked for. */
proctype AtTheEnd() {
    timeout ->
    mustHold(!isUnfinished && areAllOff && !isAnythingInFlight, nothingHangs);
    mustHold(!isBlockDue, timedBlocksEnd);
    mustHold(trueState == lastCommand, lastCommandHolds);
    mustHold((trueState == BLOCKED) == openBlock && (!openBlock || isBlockConfirmed), blocksHaveRows)
}

#ifdef LIVE
/* Once faults have stopped, the last command comes true. */
ltl live { <>[] isSettled }
#endif
