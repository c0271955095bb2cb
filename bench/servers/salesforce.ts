/**
 * An org that answers at once: userinfo, the permissions of the agent behind the token, and for every conversation one
 * Heroku Message of an hour ago. By plain query and by Composite.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { agentOf, PERMISSION } from './agents.ts';
import { serve } from './serve.ts';

interface CompositeCall {
    compositeRequest: { url: string; referenceId: string }[];
}

await serve((request, response) => void answerTo(request, response));

async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams, pathname } = new URL(request.url ?? '', 'http://org');
    const agent = agentOf((request.headers.authorization ?? '').replace('Bearer ', ''));
    const answer = (status: number, body: unknown): void => {
        response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));
    };
    if (agent === null) return answer(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }]);
    if (pathname === '/services/oauth2/userinfo') {
        const { userId, orgId, name } = agent;
        return answer(200, { user_id: userId, organization_id: orgId, name, user_type: 'STANDARD' });
    }
    if (!pathname.endsWith('/composite')) return answer(200, recordsFor(searchParams));
    const { compositeRequest } = (await readJson(request)) as CompositeCall;
    answer(200, {
        compositeResponse: compositeRequest.map(({ url, referenceId }) => ({
            referenceId,
            httpStatusCode: 200,
            body: recordsFor(new URL(url, 'http://org').searchParams)
        }))
    });
}

function recordsFor(parameters: URLSearchParams): object {
    const isPermissionQuery = parameters.get('q')?.includes('UserSetupEntityAccess') ?? false;
    const record = isPermissionQuery ? { DeveloperName: PERMISSION, NamespacePrefix: null } : message();
    return { totalSize: 1, done: true, records: [record] };
}

function message(): object {
    const anHourAgo = new Date(Date.now() - 60 * 60 * 1000).toISOString().replace('Z', '+0000');
    return {
        Social25__Conversation_State__c: 'OPEN',
        Social25__Conversation_Medium__c: 'whatsapp',
        Social25__Timestamp__c: anHourAgo,
        Social25__Outbound__c: 0,
        Social25__User_Full_Name__c: 'Maria Lopez',
        Social25__User_First_Name__c: '#N/A',
        Social25__User_Last_Name__c: '#N/A',
        CreatedDate: anHourAgo
    };
}
