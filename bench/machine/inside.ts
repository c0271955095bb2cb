import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../fakes/server.ts';
import { CONTROL_PORT } from '../inside/control.ts';

/** How a process is started so that it takes orders, and how it gets them. */
export interface Inside {
    nodeOptions: readonly string[];
    env: Record<string, string>;
    /** @throws Error when the order is not carried out */
    order(name: string, body?: string): Promise<string>;
}

/** @param name of the module in `bench/inside` that carries the orders out */
export async function inside(name: 'profile' | 'run-sql'): Promise<Inside> {
    const port = await freePort();
    const file = path.resolve(import.meta.dirname, '../inside', `${name}.ts`);
    return {
        nodeOptions: ['--import', pathToFileURL(file).href],
        env: { [CONTROL_PORT]: String(port) },
        async order(order, body = '') {
            const response = await fetch(`http://127.0.0.1:${port}/${order}`, { method: 'POST', body });
            const answer = await response.text();
            if (!response.ok) throw new Error(`${name}: ${order}: ${answer}`);
            return answer;
        }
    };
}
