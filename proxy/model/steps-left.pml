/* Made from the proxy's own stepsLeft() by "node proxy/model/write-steps-left.ts"; a test compares them. */

inline stepsLeft(point, outcome, kind, retries, status) {
    lifts = ((point == accepted && outcome == pending && kind == unblock && retries == false && isKnownAs(status, blocked)) || (point == accepted && outcome == unknown && kind == unblock && retries == false && isKnownAs(status, blocked)));
    sets = ((point == accepted && outcome == pending && kind == block && retries == false && isKnownAs(status, notBlocked)) || (point == accepted && outcome == pending && kind == block && retries == true && isKnownAs(status, notBlocked)) || (point == accepted && outcome == pending && kind == block && retries == true && isKnownAs(status, refused)) || (point == accepted && outcome == unknown && kind == block && retries == false && isKnownAs(status, notBlocked)) || (point == accepted && outcome == unknown && kind == block && retries == true && isKnownAs(status, notBlocked)) || (point == accepted && outcome == unknown && kind == block && retries == true && isKnownAs(status, refused)))
}
