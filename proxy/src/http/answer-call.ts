import type { ServerResponse } from 'node:http';
import { authenticated } from './authenticate.ts';
import type { Asked, ConversationCall } from './conversation-calls.ts';
import { sendJson } from './send.ts';

/**
 * Answers an agent who was let pass with what the call returns, as JSON.
 * @throws Failure as the call
 */
export async function answerCall(
    call: ConversationCall,
    res: ServerResponse,
    { id, body, query }: Pick<Asked, 'id' | 'body' | 'query'>
): Promise<void> {
    const { tenant, caller } = authenticated(res);
    sendJson(res, await call.answer({ conversations: tenant.conversations, caller, id, body, query }));
}
