/** The last moment of the year 9999: what comes after it has another form in ISO 8601, and not every reader knows it. */
const LATEST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** No later than the other time: what is said to be in the future counts as now. */
export function noLaterThan(latest: Date, at: Date): Date {
    return at > latest ? latest : at;
}

/** A time that can be stored and read anywhere: none before 1970, and none after the year 9999. */
export function storable(at: Date): Date {
    return new Date(Math.min(Math.max(at.getTime(), 0), LATEST_MS));
}
