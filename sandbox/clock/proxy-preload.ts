import process from 'node:process';
import type { ClockMessage } from './clock-message.ts';
import { shiftDate } from './shift-date.ts';

/*
 * Loaded into the proxy's process before the proxy (`node --import`), which therefore needs to know nothing of a clock
 * that can be moved. The embedded store reads the same `Date`.
 */
const setAhead = shiftDate(globalThis);
process.on('message', (message: ClockMessage) => {
    setAhead(message.ahead);
    process.send?.(message);
});
// The channel alone does not keep the process alive.
process.channel?.unref();
