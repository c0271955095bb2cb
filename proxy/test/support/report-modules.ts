/** With `--import`: prints, when the process ends, a line with all that it loaded; `loaded` in it says so. */
import { registerHooks } from 'node:module';

const files: string[] = [];
registerHooks({
    load(url, context, next) {
        files.push(url);
        return next(url, context);
    }
});

process.on('exit', () => {
    const { moduleLoadList: parts = [] } = process as { moduleLoadList?: string[] };
    const loaded = [...files, ...parts];
    // Loads what is behind `fetch`, if nothing else has.
    void globalThis.Response;
    const leftOut = parts.filter((part) => !loaded.includes(part));
    process.stdout.write(`${JSON.stringify({ loaded, leftOut })}\n`);
});
