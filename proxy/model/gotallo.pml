/* GoTallo: it carries out what it is asked for, at once or late. */

/* Makes true what was asked for. Block User is a toggle, whatever it was meant for. */
inline takeEffect(effect) {
    if
    :: isToggle(effect) ->
        isNativeBlocked = !isNativeBlocked;
        mustHold(isNativeBlocked == (effect == toBlocked), neverTheOpposite)
    :: effect == toOPEN -> trueState = OPEN
    :: effect == toBLOCKED -> trueState = BLOCKED
    :: effect == toAUTO_BOT -> trueState = AUTO_BOT
    fi
}

inline carriesOut(w) {
    d_step {
        isUndone(w);
        call[w] = done;
        printf("GoTallo carries out %e\n", callEffect[w]);
        takeEffect(callEffect[w]);
        checkClaims()
    }
}

inline carriesOutLate(slot) {
    d_step {
        late[slot] != nothing;
        printf("GoTallo carries out late %e\n", late[slot]);
        takeEffect(late[slot]);
        forgetLate(slot);
        checkClaims()
    }
}

/* Its caller stood still for so long that it may never be done, without any other fault. */
inline dropsCall(w) {
    d_step { isUndone(w) && paused[w] == asleep && callAge[w] > 0 -> call[w] = never_ }
}

proctype GoTallo() {
end:
    do
    :: carriesOut(0)
    :: dropsCall(0)
#if WORKERS > 1
    :: carriesOut(1)
    :: dropsCall(1)
#endif
    :: carriesOutLate(0)
    :: carriesOutLate(1)
    od
}
