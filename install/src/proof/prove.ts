import { randomUUID } from 'node:crypto';
import type { OrgPort } from '../org/port.ts';
import { PROOF_MARK, proofScript } from './script.ts';
import { verdictOf, type CallResult, type Verdict } from './verdicts.ts';

/** Lets the org call the proxy as the one who installs, and says what that shows. */
export async function prove(org: OrgPort): Promise<Verdict> {
    const health = await call(org, '/healthz');
    if (health.problem !== null || health.status !== 200) return verdictOf(health, null);
    // No such conversation is known. The proxy finds that out only after it knows and accepts who is calling.
    return verdictOf(health, await call(org, `/v1/conversations/${randomUUID()}`));
}

async function call(org: OrgPort, path: string): Promise<CallResult> {
    const { problem } = await org.runApex(proofScript(path));
    const said = problem?.split(PROOF_MARK)[1];
    if (said === undefined) return { status: null, body: '', problem: problem ?? 'the script ended without a word' };
    const { status = null, body = '', problem: why = null } = JSON.parse(said) as Partial<CallResult>;
    return { status, body, problem: why };
}
