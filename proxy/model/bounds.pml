/* How much of what can happen does happen; each is given by a configuration (configurations.ts) as -DNAME=n. */

#ifndef WORKERS
#define WORKERS 2 /* tasks of proxies that may be at work on the conversation at the same time */
#endif
#ifndef COMMANDS
#define COMMANDS 2 /* commands of agents */
#endif
#ifndef FAULTS
#define FAULTS 1 /* calls that are not answered in time and clearly */
#endif
#ifndef CRASHES
#define CRASHES 0 /* tasks that end without a word: a killed process, or a store that is lost */
#endif
#ifndef PAUSES
#define PAUSES 0 /* times that a process stands still, for as long as you like */
#endif
#ifndef LOOKS
#define LOOKS 0 /* times that the supervisor opens the card */
#endif
#ifndef MESSAGES
#define MESSAGES 0 /* messages of the customer, each told by a webhook */
#endif
#ifndef READS
#define READS 0 /* views for which GoTallo is read; more than 0: it is read around Block User, too */
#endif

#ifndef EMBEDDED
#define EMBEDDED 0 /* 1: the store belongs to one process, and whoever starts lets go of what the one before held */
#endif

/* Which commands agents give. */
#ifndef WITH_BLOCK
#define WITH_BLOCK 1
#endif
#ifndef WITH_BRIEF
#define WITH_BRIEF 0 /* a block with an end */
#endif
#ifndef WITH_UNBLOCK
#define WITH_UNBLOCK 1
#endif
#ifndef WITH_RETRY
#define WITH_RETRY 0 /* to ask the channel once more */
#endif
#ifndef WITH_UNDO
#define WITH_UNDO 0
#endif

/*
 * Time, in ticks. Only the order of these lengths matters, which is that of timing.ts: what is sent takes effect within
 * LATENESS or never; the proxy counts on more (inFlightMs); it sends in half a lease only (sendUntil), so the lease
 * (leaseMs) is over after all that was sent under it. "More" is one tick.
 */
#ifndef LATENESS
#define LATENESS 1
#endif
#ifndef SEND_FOR
#define SEND_FOR 1
#endif
#define IN_FLIGHT (LATENESS + 1)
#ifndef LEASE
#define LEASE (SEND_FOR + LATENESS + 1)
#endif
/* How long a call is waited for. */
#ifndef ANSWER
#define ANSWER 1
#endif
/* How long a brief block lasts. */
#ifndef BRIEF
#define BRIEF 1
#endif
