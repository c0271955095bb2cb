import { Router } from 'express';
import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { ENCODINGS } from '../bundle/compress.ts';

/** Files whose names change with their content, and which lie there compressed. */
export function keptFiles(folder: string): Router {
    const names = new Set(readdirSync(folder));
    const router = Router();
    router.get('/:name', (request, response, next) => {
        const { name } = request.params;
        if (!names.has(name)) return next();
        // Asked one by one: of several, the first that the browser happens to list would be taken.
        const encoding = ENCODINGS.find((each) => request.acceptsEncodings(each.name));
        response.vary('Accept-Encoding').type(extname(name));
        if (encoding) response.set('Content-Encoding', encoding.name);
        response.sendFile(name + (encoding?.suffix ?? ''), { root: folder, maxAge: '1y', immutable: true });
    });
    return router;
}
