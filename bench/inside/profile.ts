/** Loaded before the proxy: profiles it between two orders. Nothing of the proxy is changed by it. */
import { Session } from 'node:inspector/promises';
import { takeOrders } from './control.ts';

/** Often enough for a turn of a few seconds, and seldom enough not to be most of what is measured. */
const EVERY_US = 500;

const session = new Session();
session.connect();

takeOrders({
    async start() {
        await session.post('Profiler.enable');
        await session.post('Profiler.setSamplingInterval', { interval: EVERY_US });
        await session.post('Profiler.start');
        return '';
    },
    async stop() {
        const { profile } = await session.post('Profiler.stop');
        return JSON.stringify(profile);
    }
});
