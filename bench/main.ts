/**
 * `npm run bench`: how long the sandbox takes to start, and what the proxy adds to a call. Times are of this machine;
 * compare them only within one run.
 */
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { callTimes } from './call-times.ts';
import { startTimes } from './start-times.ts';

const starts = await startTimes();
const sandbox = await startSandbox({ port: 0, proxyEnv: { EVIDENCE_SECONDS: '3600' } });
const calls = await callTimes(sandbox).finally(() => sandbox.stop());
const added = calls.change - calls.goTalloAlone;

console.table([
    { what: 'npm start until the page is ready, first', value: `${starts.first.toFixed(1)} s`, goal: '60 s' },
    { what: 'npm start until the page is ready, later', value: `${starts.later.toFixed(1)} s`, goal: '15 s' },
    { what: 'view, everything known (median)', value: `${calls.view.toFixed(2)} ms`, goal: '' },
    { what: 'block or unblock (median)', value: `${calls.change.toFixed(2)} ms`, goal: '' },
    { what: 'the same change at GoTallo alone (median)', value: `${calls.goTalloAlone.toFixed(2)} ms`, goal: '' },
    { what: 'added by the proxy to a change', value: `${added.toFixed(2)} ms`, goal: '5 ms' }
]);
