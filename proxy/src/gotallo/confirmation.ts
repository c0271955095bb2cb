import type { ConversationState } from '#contract';
import { parseJson } from './json.ts';
import { readState } from './state-numbers.ts';

/**
 * Whether the body of a successful answer fits the state that was asked for. What GoTallo answers is not documented,
 * so an empty body and any JSON will do, unless it names another state; a web page will not, since it came from
 * something in between.
 * @param body null when it was too long to be read
 */
export function confirms(body: string | null, asked: ConversationState): boolean {
    if (body === null) return false;
    if (body.trim() === '') return true;
    const json = parseJson(body);
    if (json === undefined) return false;
    const { state, conversation_state: conversationState } = Object(json) as Record<string, unknown>;
    return [state, conversationState].map(readState).every((named) => named === null || named === asked);
}
