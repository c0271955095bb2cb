type OnData = (value: unknown) => void;

/** What a component puts behind `@wire`. */
interface Wire {
    connect(): void;
    disconnect(): void;
    update(): void;
}

/**
 * A wire adapter without parameters.
 * @param start tells values from now on, and returns what ends that
 */
export function wireAdapter(start: (onData: OnData) => () => void): new (onData: OnData) => Wire {
    return class implements Wire {
        private readonly onData: OnData;
        private end: (() => void) | undefined;

        constructor(onData: OnData) {
            this.onData = onData;
        }

        connect(): void {
            this.end = start(this.onData);
        }

        disconnect(): void {
            this.end?.();
        }

        update(): void {
            // There is nothing that could change.
        }
    };
}
