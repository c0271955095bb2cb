import { json, plain, type Handler } from './server.ts';

/** The custom permissions, by their API names. */
export const BLOCK_PERMISSION = 'GoTallo_Block_Conversations';
export const MANAGE_PERMISSION = 'GoTallo_Manage_Blocks';

/** A person of the org. */
export interface OrgUser {
    /** 18-character Salesforce user id. */
    id: string;
    name: string;
    organizationId: string;
    /** `STANDARD` when left out. */
    userType?: string;
    permissions: readonly string[];
}

/** A Heroku Message as a query answers it. */
export type HerokuMessage = Record<string, unknown>;

/** Whom and what the org knows. */
interface OrgContent {
    userOf(token: string): OrgUser | undefined;
    /** The newest message of a conversation that a user sees. @param id without dashes */
    messageOf(id: string, user: OrgUser): HerokuMessage | undefined;
}

/** A Salesforce org as far as the proxy asks it: userinfo, permissions, Heroku Messages; by query and by Composite. */
export function orgHandler(content: OrgContent): Handler {
    return ({ url, headers, body }, response) => {
        const { pathname, searchParams } = new URL(url, 'http://org');
        if (pathname === '/services/data') return json(response, 200, []);
        const isUserInfo = pathname === '/services/oauth2/userinfo';
        const user = content.userOf((headers.authorization ?? '').replace('Bearer ', ''));
        if (user === undefined) {
            if (isUserInfo) return plain(response, 403, 'Bad_OAuth_Token');
            return json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }]);
        }
        if (isUserInfo) return json(response, 200, userInfo(user));
        const answer = (parameters: URLSearchParams) => records(parameters.get('q') ?? '', user, content);
        if (!pathname.endsWith('/composite')) return json(response, 200, answer(searchParams));
        const { compositeRequest } = JSON.parse(body) as { compositeRequest: { url: string; referenceId: string }[] };
        const compositeResponse = compositeRequest.map(({ url, referenceId }) => ({
            referenceId,
            httpStatusCode: 200,
            body: answer(new URL(url, 'http://org').searchParams)
        }));
        json(response, 200, { compositeResponse });
    };
}

/** A customer's message on WhatsApp. */
export function herokuMessageAt(at: Date, fields: HerokuMessage = {}): HerokuMessage {
    const time = at.toISOString().replace('Z', '+0000');
    return {
        Social25__Conversation_State__c: 'OPEN',
        Social25__Conversation_Medium__c: 'whatsapp',
        Social25__Timestamp__c: time,
        Social25__Outbound__c: 0,
        Social25__User_Full_Name__c: 'Maria Lopez',
        Social25__User_First_Name__c: '#N/A',
        Social25__User_Last_Name__c: '#N/A',
        CreatedDate: time,
        ...fields
    };
}

function userInfo({ id, name, organizationId, userType = 'STANDARD' }: OrgUser): object {
    return { user_id: id, organization_id: organizationId, name, user_type: userType };
}

function records(soql: string, user: OrgUser, { messageOf }: OrgContent): object {
    const ids = [...new Set(soql.match(/[0-9a-f]{32}/g) ?? [])];
    const found = soql.includes('UserSetupEntityAccess')
        ? user.permissions.map((name) => ({ DeveloperName: name, NamespacePrefix: null }))
        : ids.flatMap((id) => {
              const message = messageOf(id, user);
              return message === undefined ? [] : [{ Social25__Chat_Identifier__c: id, ...message }];
          });
    return { totalSize: found.length, done: true, records: found };
}
