import { session } from './session.ts';

/** What a component's promise is rejected with when Apex throws, in the shape of the Lightning platform. */
interface FetchError {
    errorType: 'fetchResponse';
    ok: false;
    status: number;
    statusText: string;
    headers: Record<string, string>;
    body: object;
}

/** A function that calls an Apex method as the current user. */
export function apexMethod(name: string): (parameters?: object) => Promise<unknown> {
    return (parameters = {}) => callApex(name, parameters);
}

async function callApex(name: string, parameters: object): Promise<unknown> {
    const response = await fetch(`/aura/${name}`, {
        method: 'POST',
        headers: {
            'Content-Type': 'application/json',
            'X-Sandbox-User': session.user.username,
            'X-Sandbox-Language': session.locale.language
        },
        body: JSON.stringify(parameters)
    });
    const body = (await response.json()) as object;
    if (response.ok) return body;
    const { status, statusText } = response;
    const error: FetchError = { errorType: 'fetchResponse', ok: false, status, statusText, headers: {}, body };
    throw error;
}
