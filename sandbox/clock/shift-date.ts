/**
 * Moves what `Date` takes for now; times that are given, and timers, stay as they are. Uses nothing outside itself,
 * because its source text is also written into the console page.
 * @returns a function that sets by how many milliseconds now is ahead
 */
export function shiftDate(global: { Date: DateConstructor }): (milliseconds: number) => void {
    const RealDate = global.Date;
    const realNow = RealDate.now.bind(RealDate);
    let ahead = 0;
    const now = () => realNow() + ahead;
    const Shifted = new Proxy(RealDate, {
        apply: () => new RealDate(now()).toString(),
        construct: (target, values: unknown[], newTarget) =>
            Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as Date,
        get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown))
    });
    RealDate.prototype.constructor = Shifted;
    global.Date = Shifted;
    return (milliseconds) => {
        ahead = milliseconds;
    };
}
