import { z } from 'zod';
import { parseConversationId, withoutDashes, type ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { SyncedInbound } from '../conversations/knowledge/exclusion.ts';
import { askThroughJsforce, type AskOptions } from './ask.ts';
import { messageTime } from './message-time.ts';
import { isOutOfReach, toFailure } from './salesforce-failure.ts';
import { soqlList } from './soql.ts';

/** One query; a conversation that others crowd out is merely not seen. */
const LIMIT = 200;

const answer = z.object({
    records: z.array(
        z.object({
            Social25__Chat_Identifier__c: z.string().nullish(),
            Social25__Outbound__c: z.union([z.string(), z.number(), z.boolean()]).nullish(),
            Social25__Timestamp__c: z.string().nullish(),
            CreatedDate: z.string()
        })
    )
});
type Row = z.output<typeof answer>['records'][number];

/** Asks when customers of these conversations last wrote, by the Heroku Messages that the token's owner sees. */
export type AskSyncedInbound = (token: string, ids: readonly ConversationId[]) => Promise<SyncedInbound | null>;

/** Asks in one call; null when they may not see the messages, or the org has none. */
export function createSyncedInbound(options: AskOptions): AskSyncedInbound {
    const ask = askThroughJsforce(options);
    return async (token, ids) => {
        if (ids.length === 0) return new Map();
        const url = `/query?q=${encodeURIComponent(queryFor(ids))}`;
        return await ask(token, url, (body) => newestInbound(answer.parse(body).records)).catch((error: unknown) => {
            if (isOutOfReach(error)) return null;
            throw toFailure(error);
        });
    };
}

function queryFor(ids: readonly ConversationId[]): string {
    return (
        'SELECT Social25__Chat_Identifier__c, Social25__Outbound__c, Social25__Timestamp__c, CreatedDate ' +
        'FROM Social25__Heroku_Message__c ' +
        `WHERE Social25__Chat_Identifier__c IN ${soqlList(ids.flatMap((id) => [id, withoutDashes(id)]))} ` +
        `ORDER BY CreatedDate DESC LIMIT ${LIMIT}`
    );
}

function newestInbound(rows: readonly Row[]): SyncedInbound {
    const newest = new Map<ConversationId, Date | null>();
    for (const row of rows) {
        const id = parseConversationId(row.Social25__Chat_Identifier__c ?? '');
        if (id === null) continue;
        const known = newest.get(id) ?? null;
        const at = inboundTime(row);
        newest.set(id, at !== null && (known === null || at > known) ? at : known);
    }
    return newest;
}

function inboundTime({ Social25__Outbound__c: outbound, Social25__Timestamp__c: time, CreatedDate }: Row): Date | null {
    return /^(?:0|false)$/i.test(String(outbound ?? '')) ? messageTime(time ?? null, CreatedDate, new Date()) : null;
}
