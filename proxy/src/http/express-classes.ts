import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';
import { http } from '../lib/node-http.ts';

/** What a server makes its requests and responses of. */
export interface HttpClasses {
    IncomingMessage: typeof IncomingMessage;
    ServerResponse: typeof ServerResponse;
}

/**
 * The classes of an app's requests and responses. Express changes the prototype of each that it is given, which makes
 * everything that handles it slower; those of these classes have the right one from the start, so nothing is changed.
 */
export function expressClasses(app: Express): HttpClasses {
    class AppRequest extends http.IncomingMessage {}
    class AppResponse<R extends IncomingMessage = IncomingMessage> extends http.ServerResponse<R> {}
    Object.setPrototypeOf(AppRequest.prototype, app.request);
    Object.setPrototypeOf(AppResponse.prototype, app.response);
    Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
    return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}
