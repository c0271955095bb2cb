import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back once when this process is asked to end. Under `npm start` also when npm itself is gone:
 * a SIGTERM sent to npm ends npm and its shell, and never reaches this process.
 */
export function onStop(stop: () => void): void {
    const parent = process.ppid;
    const watch = setInterval(() => {
        if (process.env['npm_lifecycle_event'] && process.ppid !== parent) stopOnce();
    }, 500).unref();
    const stopOnce = (): void => {
        clearInterval(watch);
        for (const signal of SIGNALS) process.off(signal, stopOnce);
        stop();
    };
    for (const signal of SIGNALS) process.once(signal, stopOnce);
}
