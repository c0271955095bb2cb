import type { Plugin } from 'rollup';
import { minify as minifyScript } from 'terser';

/** Makes the chunks small: the page is loaded over slow lines as well. */
export function minify(): Plugin {
    return {
        name: 'minify',
        async renderChunk(code) {
            const { code: small } = await minifyScript(code, {
                module: true,
                ecma: 2020,
                format: { comments: false }
            });
            return { code: small ?? code, map: null };
        }
    };
}
