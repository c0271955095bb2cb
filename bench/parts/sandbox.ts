import { startSandbox } from '../../sandbox/start-sandbox.ts';
import type { Goal } from '../report/goal.ts';
import { fixed, markdownTable } from '../report/table.ts';
import { callTimes } from './call-times.ts';
import { startTimes } from './start-times.ts';

const FIRST_START_S = 60;
const LATER_START_S = 15;

/** How long the sandbox takes to start, and a call to the proxy in it. Nothing is bound to cores. */
export async function measureSandbox(): Promise<Goal[]> {
    const starts = await startTimes();
    const sandbox = await startSandbox({ port: 0, proxyEnv: { EVIDENCE_SECONDS: '3600' } });
    const calls = await callTimes(sandbox).finally(() => sandbox.stop());
    const rows = [
        ['view, everything known', fixed(calls.view, 2)],
        ['block or unblock', fixed(calls.change, 2)],
        ['the same change at GoTallo alone', fixed(calls.goTalloAlone, 2)]
    ];
    console.log(`\n## The sandbox, one call at a time\n\n${markdownTable(['what', 'median ms'], rows)}`);
    return [startGoal('first', starts.first, FIRST_START_S), startGoal('later', starts.later, LATER_START_S)];
}

function startGoal(which: string, seconds: number, most: number): Goal {
    return {
        what: `npm start until the page is ready, ${which}`,
        goal: `${most} s at most`,
        measured: `${fixed(seconds, 1)} s`,
        isMet: seconds <= most
    };
}
