/*
 * The supervisor, who opens the card, looks at the channel, and says what she saw. The version of the native block that her
 * card shows goes with it: only whether that is still the stored one matters.
 */

mtype:supervising = { away, hasCard, hasLooked };
mtype:supervising supervisor = away;
/* The native block was not written since she opened the card, so that its version is still the stored one. */
bool isVersionCurrent;
bool hasVersion;
bool sawBlocked;
byte looks = LOOKS;

#if READS > 0
#define mayBeCorrected (nativeStatus == unconfirmed)
#else
#define mayBeCorrected true
#endif

/* The card loads the view again while she looks away from it: then it is another view that she answers to. */
inline refreshCard() {
    if
    :: IS_CARD_REFRESHED && showsVersion ->
        printf("The card loads the view again\n");
        hasVersion = true;
        isVersionCurrent = true
    :: else
    fi
}

#define isSightKnown (sawBlocked -> knownNative == blocked : (knownNative == notBlocked || knownNative == refused))

/* resolveNativeBlock() */
inline speak() {
    judgeState(observedState, observedAge, isObservedByRead);
    judgeNative(isObservedAfterNative);
    if
    :: isLeased || isWordTooEarly || isWordOutdated -> printf("The supervisor is not heard\n")
    :: else ->
        if
        :: isSightKnown ->
            printf("The supervisor says what is known already\n")
        :: else ->
            if
            :: !mayBeCorrected && knownNative != unconfirmed -> printf("The supervisor is not heard: GoTallo itself tells\n")
            :: else ->
                printf("The supervisor says what she saw, and is believed\n");
                journal_recordFindings(0, 0, (sawBlocked -> blocked : notBlocked))
            fi
        fi
    fi
}

#if LOOKS > 0
proctype Supervisor() {
end:
    do
    /* The card shows the version while nothing of Block User is in flight and no operation is leased. */
    :: d_step {
           supervisor == away && looks > 0 && mayOpen ->
           looks--;
           hasVersion = showsVersion;
           isVersionCurrent = hasVersion;
           supervisor = hasCard;
           printf("The supervisor opens the card\n")
       }
    :: d_step {
           supervisor == hasCard ->
           sawBlocked = isNativeBlocked;
           supervisor = hasLooked;
           if
           :: sawBlocked -> printf("The supervisor looks at the channel: it blocks\n")
           :: else -> printf("The supervisor looks at the channel: it does not block\n")
           fi
       }
    :: d_step {
           supervisor == hasLooked ->
           refreshCard();
           speak();
           supervisor = away; isVersionCurrent = false; hasVersion = false; sawBlocked = false;
           checkClaims()
       }
    od
}
#endif
