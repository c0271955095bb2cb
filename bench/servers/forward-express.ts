/** A bare forwarder on http-proxy-middleware: no authentication, no log; it keeps connections, as is its default. */
import express from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { serve } from './serve.ts';

const app = express();
app.use(createProxyMiddleware({ target: process.env['UPSTREAM'] ?? '' }));
await serve(app);
