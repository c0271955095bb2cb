import { Client } from 'pg';
import { inside } from '../machine/inside.ts';
import type { ServerProcess } from '../machine/server-process.ts';
import type { Stage } from '../machine/stage.ts';
import { FILLED_TABLES } from './fill.ts';

/** A running proxy, and a way into its store beside it. */
export interface GrowingStore {
    proxy: ServerProcess;
    /** Runs SQL, while the proxy goes on. */
    run(statements: readonly string[]): Promise<void>;
    /** Has the tables counted for the planner, where something ever does that. */
    analyze(): Promise<void>;
}

/** On a PostgreSQL server that neither vacuums nor analyzes these tables by itself, so that it is known when it does. */
export async function growingServer(stage: Stage, databaseUrl: string, name: string): Promise<GrowingStore> {
    const proxy = await stage.startProxy(name, { databaseUrl });
    const run = async (statements: readonly string[]): Promise<void> => {
        const client = new Client({ connectionString: databaseUrl });
        await client.connect();
        try {
            for (const statement of statements) await client.query(statement);
        } finally {
            await client.end();
        }
    };
    await run(FILLED_TABLES.map((table) => `alter table ${table} set (autovacuum_enabled = false)`));
    return { proxy, run, analyze: () => run(['analyze']) };
}

/** Embedded: the proxy's own process runs the SQL. */
export async function growingEmbedded(stage: Stage, name: string): Promise<GrowingStore> {
    const { env, nodeOptions, order } = await inside('run-sql');
    const proxy = await stage.startProxy(name, { databaseUrl: null, env, nodeOptions });
    return {
        proxy,
        async run(statements) {
            for (const statement of statements) await order('sql', statement);
        },
        // Nothing analyzes an embedded store.
        analyze: async () => {}
    };
}
