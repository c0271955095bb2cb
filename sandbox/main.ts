import process from 'node:process';
import { onStop } from './on-stop.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './start-sandbox.ts';

const port = Number(process.env['PORT'] ?? 3000);

function welcome({ url, proxyUrl, orgUrl, gotalloUrl }: Sandbox): string {
    return `
The sandbox is ready:  ${url.replace('127.0.0.1', 'localhost')}

What to try
  1. Open Maria Lopez. She sends spam on WhatsApp. Press Block, choose a reason, confirm.
  2. Write as the customer (the bar at the bottom). The chat window shows the message;
     the list of Heroku Messages gets none.
  3. Switch the user at the top right to Sam Lee: he sees who blocked her and why.
  4. Unblock her and write as the customer again: the next message arrives in Salesforce.
  5. Be Robin Doe, who has no permission. Switch on faults: slow, down, answer lost.

Behind the page
  proxy       ${proxyUrl}   (the production one, unmodified)
  local org   ${orgUrl}
  GoTallo     ${gotalloUrl}

Stop with Ctrl+C.
`;
}

function explain(error: unknown): string {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
        return `Port ${port} is taken. Stop what uses it, or choose another one: PORT=3001 npm start`;
    }
    return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
}

let sandbox: Sandbox | undefined;
onStop(() => void Promise.resolve(sandbox?.stop()).then(() => process.exit(0)));
try {
    sandbox = await startSandbox({ port, onStep: (step) => console.log(step) });
    console.log(welcome(sandbox));
} catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
}
