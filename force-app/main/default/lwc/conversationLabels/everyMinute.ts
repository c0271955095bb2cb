const MINUTE_MS = 60_000;

/**
 * Calls back once a minute until stopped, for words that follow the clock.
 * @param moment milliseconds: calls come when whole minutes lie between now and then, so that a countdown is exact; asked
 *   for anew each time
 */
export function everyMinute(listener: () => void, moment: () => number = () => 0): { stop(): void } {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
        const left = (moment() - Date.now()) % MINUTE_MS;
        const pause = left > 0 ? left : left + MINUTE_MS;
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- `stop` ends it
        timer = setTimeout(() => {
            wait();
            listener();
        }, pause);
    };
    wait();
    return { stop: () => clearTimeout(timer) };
}
