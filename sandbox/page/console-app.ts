import express, { type Express } from 'express';
import { CONSOLE_FOLDER, SLDS } from '../bundle/console-inputs.ts';
import { readPageFiles } from '../bundle/page-files.ts';
import { auraRouter, type AuraControllers } from './aura-router.ts';
import { documentFor } from './document.ts';
import { keptFiles } from './kept-files.ts';
import { pageSession } from './page-session.ts';
import type { SandboxParts } from './sandbox-parts.ts';
import { sandboxRouter } from './sandbox-router.ts';

/** The console page's server: the document, the bundle, Lightning's styles, Apex, and the sandbox's own calls. */
export function createConsoleApp(parts: SandboxParts, controllers: AuraControllers, bundleFolder: string): Express {
    const app = express().disable('x-powered-by');
    const files = readPageFiles(bundleFolder);
    app.use('/console', keptFiles(`${bundleFolder}/scripts`));
    // They name fonts and images by the way from here.
    app.use('/slds/styles', keptFiles(`${bundleFolder}/styles`));
    app.use('/slds', express.static(SLDS, { maxAge: '1h' }));
    app.get('/console.css', (_request, response) => response.sendFile(`${CONSOLE_FOLDER}/console.css`));
    app.use(auraRouter(controllers, parts.org));
    app.use('/sandbox', sandboxRouter(parts));
    app.get(['/', '/lightning/{*path}', '/flow/{*path}', '/side-by-side'], (request, response) => {
        const document = documentFor(pageSession(request.query), files, parts.time.ahead());
        response.set('Cache-Control', 'no-store').send(document);
    });
    return app;
}
