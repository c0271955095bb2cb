import { LightningElement } from 'lwc';

const MINUTE_MS = 60_000;

/**
 * A component whose words follow the clock: it is drawn anew once a minute, when whole minutes lie between now and its
 * moment, so that a countdown is exact.
 */
export class ClockedElement extends LightningElement {
    private drawnAt = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    override connectedCallback(): void {
        this.wait();
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

    /** Milliseconds since 1970. What reads it is drawn anew as time goes by. */
    get now(): number {
        return Math.max(this.drawnAt, Date.now());
    }

    /** What is counted from or to, as ISO 8601; none: whole minutes of the clock. */
    get moment(): string | null | undefined {
        return null;
    }

    private wait(): void {
        const left = ((Date.parse(this.moment ?? '') || 0) - Date.now()) % MINUTE_MS;
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the component
        this.timer = setTimeout(
            () => {
                this.drawnAt = Date.now();
                this.wait();
            },
            left > 0 ? left : left + MINUTE_MS
        );
    }
}
