/** The ceiling: Express as it comes, and nothing but the same view, known beforehand. */
import express from 'express';
import { serve } from './serve.ts';
import { USUAL_VIEW } from './usual-view.ts';

const app = express();
app.get('/v1/conversations/:id', (_request, response) => void response.json(USUAL_VIEW));
await serve(app);
