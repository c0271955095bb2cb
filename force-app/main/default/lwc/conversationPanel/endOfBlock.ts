import { later } from './later';

/** The proxy ends a block at its time, and needs a moment to do so. */
const FIRST_PAUSE_MS = 1_500;
const MAX_LOOKS = 4;

/**
 * Looks once more when a timed block is over, and a few times again while it still shows: never for long.
 * @returns to be told of the end of every block that is shown; null ends all waiting
 */
export function watchEnd(look: () => unknown): (until: string | null) => void {
    let watched: string | null = null;
    let looks = 0;
    let callOff: () => void = () => undefined;

    return function watch(until) {
        callOff();
        looks = until === watched ? looks : 0;
        watched = until;
        if (until !== null && looks < MAX_LOOKS) {
            const end = Date.parse(until);
            callOff = later(Math.max(end - Date.now(), 0) + FIRST_PAUSE_MS * 2 ** looks, () => {
                if (Date.now() < end) {
                    // A pause of many weeks was cut short.
                    watch(until);
                } else if (document.visibilityState !== 'hidden') {
                    // Whoever returns to a hidden page looks in any case.
                    looks += 1;
                    look();
                }
            });
        }
    };
}
