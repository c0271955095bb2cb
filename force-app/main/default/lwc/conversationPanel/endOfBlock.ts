import type { BlockView } from '#contract';
import { later } from './later';

/** The proxy ends a block at its time, and needs a moment to do so. */
const FIRST_PAUSE_MS = 1_500;
const MAX_LOOKS = 4;

/** Looks once more when a timed block is over, and a few times again while it still shows: never for long. */
export class EndOfBlock {
    private readonly look: () => unknown;
    private until: string | null = null;
    private looks = 0;
    private callOff: () => void = () => undefined;

    constructor(look: () => unknown) {
        this.look = look;
    }

    /** To be told of every view that is shown; null ends all waiting. */
    watch(block: BlockView | null): void {
        this.callOff();
        const until = block?.until ?? null;
        if (until !== this.until) {
            this.until = until;
            this.looks = 0;
        }
        if (until !== null && this.looks < MAX_LOOKS) {
            const pause = Math.max(Date.parse(until) - Date.now(), 0) + FIRST_PAUSE_MS * 2 ** this.looks;
            this.callOff = later(pause, () => this.lookOrWait(block, until));
        }
    }

    /** A pause of many weeks is cut short; and whoever returns to a hidden page looks in any case. */
    private lookOrWait(block: BlockView | null, until: string): void {
        if (Date.now() < Date.parse(until)) {
            this.watch(block);
        } else if (document.visibilityState !== 'hidden') {
            this.looks += 1;
            this.look();
        }
    }
}
