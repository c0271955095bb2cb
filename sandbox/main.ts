import process from 'node:process';
import { onStop } from './on-stop.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './start-sandbox.ts';
import { welcome } from './welcome.ts';

const port = Number(process.env['PORT'] ?? 3000);
const read = process.env['SANDBOX_READ'] === 'on';

function explain(error: unknown): string {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
        return `Port ${port} is taken. Stop what uses it, or choose another one: PORT=3001 npm start`;
    }
    return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
}

let sandbox: Sandbox | undefined;
onStop(() => void Promise.resolve(sandbox?.stop()).then(() => process.exit(0)));
try {
    sandbox = await startSandbox({ port, read, onStep: (step) => console.log(step) });
    console.log(welcome(sandbox));
} catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
}
