/**
 * `node:http` as `require` gives it. To import it from an ES module reads all that it exports, and one of that, WebSocket,
 * loads Node's own `fetch` with everything behind it: 12 MB (Node 24).
 */
export const http = process.getBuiltinModule('node:http');
