import express, { type Express, type RequestHandler } from 'express';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { GoTalloConversationController } from '../org/apex/gotallo-conversation-controller.ts';
import { CONSOLE_FOLDER } from '../bundle/console-inputs.ts';
import { auraRouter } from './aura-router.ts';
import { documentFor } from './document.ts';
import { flipCss } from './flip-css.ts';
import { pageSession } from './page-session.ts';
import type { SandboxParts } from './sandbox-parts.ts';
import { sandboxRouter } from './sandbox-router.ts';

const SLDS = dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json'));

/** The console page's server: the document, the bundle, Lightning's styles, Apex, and the sandbox's own calls. */
export function createConsoleApp(
    parts: SandboxParts,
    controller: GoTalloConversationController,
    bundleFolder: string
): Express {
    const app = express().disable('x-powered-by');
    app.use('/console', express.static(bundleFolder));
    app.get('/slds/styles/right-to-left.css', rightToLeftStyles());
    app.use('/slds', express.static(`${SLDS}/assets`, { maxAge: '1h' }));
    app.get('/console.css', (_request, response) => response.sendFile(`${CONSOLE_FOLDER}/console.css`));
    app.use(auraRouter(controller, parts.org));
    app.use('/sandbox', sandboxRouter(parts));
    app.get(['/', '/lightning/{*path}', '/flow/{*path}', '/side-by-side'], (request, response) => {
        const document = documentFor(pageSession(request.query), parts.time.ahead());
        response.set('Cache-Control', 'no-store').send(document);
    });
    return app;
}

/** Made when it is asked for the first time. */
function rightToLeftStyles(): RequestHandler {
    let css: string | undefined;
    return (_request, response) => {
        css ??= flipCss(readFileSync(`${SLDS}/assets/styles/salesforce-lightning-design-system.min.css`, 'utf8'));
        response.type('css').set('Cache-Control', 'max-age=3600').send(css);
    };
}
