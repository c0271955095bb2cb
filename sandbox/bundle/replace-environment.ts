import type { Plugin } from 'rollup';

/** Answers the questions that packages ask of a bundler: a browser, and production. */
export function replaceEnvironment(): Plugin {
    return {
        name: 'replace-environment',
        transform(code) {
            if (!/import\.meta\.env\.SSR|process\.env\.NODE_ENV/.test(code)) return null;
            const replaced = code
                .replaceAll('import.meta.env.SSR', 'false')
                .replaceAll('process.env.NODE_ENV', '"production"');
            return { code: replaced, map: null };
        }
    };
}
