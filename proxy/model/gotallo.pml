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

proctype GoTallo() {
    byte w;
end:
    do
    :: d_step {
           isUndone(0);
           call[0] = done;
           printf("GoTallo carries out %e\n", callEffect[0]);
           takeEffect(callEffect[0]);
           checkClaims()
       }
#if WORKERS > 1
    :: d_step {
           isUndone(1);
           call[1] = done;
           printf("GoTallo carries out %e\n", callEffect[1]);
           takeEffect(callEffect[1]);
           checkClaims()
       }
#endif
    :: d_step {
           late[0] != nothing;
           printf("GoTallo carries out late %e\n", late[0]);
           takeEffect(late[0]);
           forgetLate(0);
           checkClaims()
       }
    :: d_step {
           late[1] != nothing;
           printf("GoTallo carries out late %e\n", late[1]);
           takeEffect(late[1]);
           forgetLate(1);
           checkClaims()
       }
    /* Its caller stood still for so long that it may never be done, without any other fault. */
    :: d_step { isUndone(0) && paused[0] == asleep && callAge[0] > 0 -> call[0] = never_ }
#if WORKERS > 1
    :: d_step { isUndone(1) && paused[1] == asleep && callAge[1] > 0 -> call[1] = never_ }
#endif
    od
}
