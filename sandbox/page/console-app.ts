import express, { type Express } from 'express';
import { CONSOLE_FOLDER, RIGHT_TO_LEFT, SLDS } from '../bundle/console-inputs.ts';
import { auraRouter, type AuraControllers } from './aura-router.ts';
import { documentFor } from './document.ts';
import { pageSession } from './page-session.ts';
import type { SandboxParts } from './sandbox-parts.ts';
import { sandboxRouter } from './sandbox-router.ts';

/** The console page's server: the document, the bundle, Lightning's styles, Apex, and the sandbox's own calls. */
export function createConsoleApp(parts: SandboxParts, controllers: AuraControllers, bundleFolder: string): Express {
    const app = express().disable('x-powered-by');
    app.use('/console', express.static(bundleFolder));
    app.get(`/slds/styles/${RIGHT_TO_LEFT}`, (_request, response) =>
        response.sendFile(RIGHT_TO_LEFT, { root: bundleFolder, maxAge: '1h' })
    );
    app.use('/slds', express.static(SLDS, { maxAge: '1h' }));
    app.get('/console.css', (_request, response) => response.sendFile(`${CONSOLE_FOLDER}/console.css`));
    app.use(auraRouter(controllers, parts.org));
    app.use('/sandbox', sandboxRouter(parts));
    app.get(['/', '/lightning/{*path}', '/flow/{*path}', '/side-by-side'], (request, response) => {
        const document = documentFor(pageSession(request.query), parts.time.ahead());
        response.set('Cache-Control', 'no-store').send(document);
    });
    return app;
}
