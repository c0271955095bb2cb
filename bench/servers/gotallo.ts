/** A GoTallo that confirms every call at once. */
import { serve } from './serve.ts';

const headers = { 'Content-Type': 'application/json', 'Content-Length': 2 };

serve((request, response) => {
    request.resume().once('end', () => response.writeHead(200, headers).end('{}'));
});
