/* Mistakes that are planted one at a time: plants.ts tells what each is, and which property it breaks. */

#ifdef NOT_SENT_ONCE_MORE
#define SENDS_ONCE_MORE false
#else
#define SENDS_ONCE_MORE true
#endif
#ifdef NOT_IN_DOUBT
#define DOUBTS_WHAT_MAY_BE_UNDONE false
#else
#define DOUBTS_WHAT_MAY_BE_UNDONE true
#endif

/* Every sending is fenced by half a lease. */
#ifdef NATIVE_NOT_FENCED
#define maySendNative(w) true
#else
#define maySendNative(w) maySend(w)
#endif
#ifdef STATE_NOT_FENCED
#define maySendState(w) true
#else
#define maySendState(w) maySend(w)
#endif

#ifdef TOGGLE_REPEATED
#define ON_LOST_BLOCK_USER(w) nativeSend
#else
#define ON_LOST_BLOCK_USER(w) afterAnswer
#endif

/* What the supervisor says counts only for what she has looked at. */
#define isNothingUnderWay (!isLeased && nativeInFlightUntil == 0)
#ifdef RESOLVED_IN_FLIGHT
#define isWordTooEarly false
#define showsVersion true
#else
#define isWordTooEarly (nativeInFlightUntil > 0)
#define showsVersion isNothingUnderWay
#endif
#ifdef VERSION_REFRESHED
#define IS_CARD_REFRESHED true
#else
#define IS_CARD_REFRESHED false
#endif
#ifdef NO_VERSION
#define isWordOutdated false
#define mayOpen (!isLeased)
#else
#define isWordOutdated (!hasVersion || !isVersionCurrent)
#define mayOpen showsVersion
#endif

/* The journal is the lock, and doubt comes first. */
#ifdef NOT_UNCONFIRMED
#define writeStartedCall() skip
#else
#define writeStartedCall() writeNativeBlock(unconfirmed, true)
#endif
#ifdef OWNER_NOT_ASKED
#define isOurs(w) true
#else
#define isOurs(w) (leasedBy == w + 1)
#endif
#ifdef STATUS_NOT_ASKED
#define isKnownAs(status, asked) true
#else
#define isKnownAs(status, asked) (status == asked || isTakenFor(status, asked))
#endif

/* The channel is asked once more only if it is known not to block. */
#ifdef UNCONFIRMED_RETRIED
#define mayBeRetried(status) (status != blocked)
#define isTakenFor(status, asked) (status == unconfirmed && asked == refused)
#else
#define mayBeRetried(status) (status == notBlocked || status == refused)
#define isTakenFor(status, asked) false
#endif

/* What is sent under a lease takes effect before it is over. */
#ifdef SENT_UNTIL_LEASE_ENDS
#define SENDS_FOR (LEASE - 1)
#else
#define SENDS_FOR SEND_FOR
#endif

/* What was begun is brought to its end. */
#ifdef NOBODY_RECOVERS
#define RECOVERS false
#else
#define RECOVERS true
#endif
#ifdef RECOVERY_SENDS_NOTHING
#define RECOVERY_SENDS(w) false
#else
#define RECOVERY_SENDS(w) true
#endif
#ifdef REFUSED_BLOCK_STAYS
#define ENDS_REFUSED_BLOCK false
#else
#define ENDS_REFUSED_BLOCK true
#endif
#ifdef REFUSAL_FORGETS
#define FORGETS_BEFORE true
#else
#define FORGETS_BEFORE false
#endif

#ifdef RELEASE_FORGETS
#define noteReleased() skip
#else
#define noteReleased() noteInFlight(target, due)
#endif
#ifdef UNDO_CONFIRMS_BLOCK
#define UNDO_CONFIRMS true
#else
#define UNDO_CONFIRMS false
#endif

/* What was seen is taken for what others did only if neither its age nor what is in flight explains it. */
#ifdef OLD_SIGHT_COUNTS
#define isOutdated(age) false
#else
#define isOutdated(age) (age == older)
#endif
#ifdef OWN_LATE_TAKEN
#define isOwnLate(seen) false
#else
#define isOwnLate(seen) (inFlightState == seen)
#endif
#ifdef WROTE_WHENEVER
#define isWrittenLater true
#else
#define isWrittenLater isMessageLaterThanNative
#endif

/* A timed end ends its own block, in time, and is tried again. */
#ifdef TIMED_END_OF_ANOTHER
#define IS_ITS_BLOCK(w) true
#define IS_ITS_TIME true
#else
#define IS_ITS_BLOCK(w) (endOf[w] == current)
#define IS_ITS_TIME (untilAskedFor == 0)
#endif
#ifdef END_TRIED_ONCE
#define ENDS_AGAIN false
#else
#define ENDS_AGAIN true
#endif
#ifdef OLD_END_PASSED_ON
#define ENDS_OLD_BLOCK false
#else
#define ENDS_OLD_BLOCK true
#endif

/* What was in flight once may be what is seen now, so it is not forgotten while the target is not confirmed. */
#ifdef IN_FLIGHT_FORGOTTEN
#define REMEMBERS_BEFORE(sent) false
#else
#define REMEMBERS_BEFORE(sent) (inFlightState != 0 && inFlightState != sent)
#endif

/*
 * A read proves something only if it was asked for when Block User could not take effect anymore, and not some time after
 * the call was written down: it may have been sent later.
 */
#ifdef READ_COUNTS_FROM_START
#define isNativeAging (nativeAge < IN_FLIGHT && isLostCall)
#define isCallOver (nativeAge >= IN_FLIGHT)
#else
#define isNativeAging false
#ifdef READ_COUNTS_AT_ONCE
#define isCallOver true
#else
#define isCallOver (nativeInFlightUntil == 0)
#endif
#endif
