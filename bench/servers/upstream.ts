/** What the forwarders forward to: answers every call at once with a view of usual size. */
import { serve } from './serve.ts';
import { USUAL_VIEW } from './usual-view.ts';

const body = JSON.stringify(USUAL_VIEW);
const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) };

await serve((_request, response) => response.writeHead(200, headers).end(body));
