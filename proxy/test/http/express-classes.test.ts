import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import express from 'express';
import { listenLocally } from '../../../fakes/server.ts';
import { expressClasses } from '../../src/http/express-classes.ts';
import { createHttpServer } from '../../src/http/http-server.ts';

describe('requests and responses', () => {
    it('are from the start what Express makes of them, so their prototypes are never changed', async (t) => {
        const app = express();
        const classes = expressClasses(app);
        const seen: unknown[] = [];
        const { server } = createHttpServer({
            classes,
            listener: (req, res) => {
                seen.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
                app(req, res);
            }
        });
        app.use((req, res) => {
            seen.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
            res.json({ path: req.path, app: req.app === app && res.app === app });
        });
        const { url, close } = await listenLocally(server);
        t.after(close);
        assert.deepEqual(await (await fetch(`${url}/here?q=1`)).json(), { path: '/here', app: true });
        const [request, response] = [classes.IncomingMessage.prototype, classes.ServerResponse.prototype];
        assert.equal(seen.length, 4);
        [request, response, request, response].forEach((prototype, at) => assert.equal(seen[at], prototype));
    });
});
