import { SANDBOX_GRANT } from '../org/grants.ts';
import { SYNC_USERNAME } from '../org/users.ts';
import { herokuMessageOf } from './heroku-message.ts';
import type { PushMessage } from './local-gotallo.ts';

/** Creates Heroku Messages in the org over HTTP, as GoTallo's integration user. */
export function createPush(orgUrl: () => string): PushMessage {
    let token: string | null = null;
    const post = async (conversation: Parameters<PushMessage>[0], message: Parameters<PushMessage>[1]) => {
        token ??= await newToken(orgUrl());
        return fetch(`${orgUrl()}/services/data/v66.0/sobjects/Social25__Heroku_Message__c`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
            body: JSON.stringify(herokuMessageOf(conversation, message))
        });
    };
    return async (conversation, message) => {
        let response = await post(conversation, message);
        if (response.status === 401) {
            token = null;
            response = await post(conversation, message);
        }
        if (!response.ok) throw new Error(`The local org did not take the message: ${response.status}`);
    };
}

async function newToken(orgUrl: string): Promise<string> {
    const form = new URLSearchParams({ grant_type: SANDBOX_GRANT, username: SYNC_USERNAME });
    const response = await fetch(`${orgUrl}/services/oauth2/token`, { method: 'POST', body: form });
    const { access_token: token } = (await response.json()) as { access_token: string };
    return token;
}
