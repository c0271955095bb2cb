/* Made from the proxy's own stepsLeft() by "node proxy/model/write-steps-left.ts"; a test compares them. */

inline stepsLeft(point, outcome, kind, status) {
    lifts = ((point == accepted && outcome == pending && kind == unblock && isKnownAs(status, blocked)) || (point == accepted && outcome == unknown && kind == unblock && isKnownAs(status, blocked)));
    sets = ((point == accepted && outcome == pending && kind == block && isKnownAs(status, notBlocked)) || (point == accepted && outcome == unknown && kind == block && isKnownAs(status, notBlocked)))
}
