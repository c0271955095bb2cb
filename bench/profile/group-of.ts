/** The parts of the code that core time is told apart by, in the order of the table. */
export const GROUPS = [
    'sockets and node:http',
    'Express and router',
    'rest of http, body and limits',
    'log',
    'authentication',
    'view and rules',
    'block protocol',
    'store and driver',
    'PGlite',
    'call of GoTallo',
    'call of Salesforce',
    'promises, events and timers',
    'garbage collection',
    'the rest of Node and V8'
] as const;
export type Group = (typeof GROUPS)[number];

/** What is in a file whose path matches. The first match counts. */
const BY_PATH: readonly (readonly [RegExp, Group])[] = [
    [/^wasm:|\/@electric-sql\/pglite\//, 'PGlite'],
    [/\/node_modules\/(?:pg|pg-[a-z-]+|postgres-[a-z]+|kysely)\//, 'store and driver'],
    [/\/node_modules\/(?:pino|pino-[a-z-]+|sonic-boom|quick-format-unescaped|safe-stable-stringify)\//, 'log'],
    [/\/node_modules\/(?:jsforce|undici)\/|^node:internal\/deps\/undici\//, 'call of Salesforce'],
    [
        /\/node_modules\/(?:zod|raw-body|body-parser|express-rate-limit|content-type|type-is)\//,
        'rest of http, body and limits'
    ],
    [
        /\/node_modules\/(?:express|router|finalhandler|path-to-regexp|parseurl|send|etag|fresh|qs|vary|accepts|depd)\//,
        'Express and router'
    ],
    // In these turns it is only GoTallo that the proxy calls by node:http.
    [/^node:_http_(?:client|agent)$/, 'call of GoTallo'],
    [/\/proxy\/src\/http\/(?:log|redact|request-log)[^/]*$/, 'log'],
    [/\/proxy\/src\/(?:auth\/|http\/(?:authenticate|tenant)[^/]*$)/, 'authentication'],
    [/\/proxy\/src\/http\//, 'rest of http, body and limits'],
    [
        /\/proxy\/src\/conversations\/(?:protocol\/|agent-c|operation-runner|journal|changes|turns|recovery|platform-step)/,
        'block protocol'
    ],
    [/\/proxy\/src\/conversations\//, 'view and rules'],
    [/\/proxy\/src\/store\//, 'store and driver'],
    [/\/proxy\/src\/gotallo\//, 'call of GoTallo'],
    [/\/proxy\/src\/(?:salesforce|events)\//, 'call of Salesforce'],
    [
        /^node:(?:internal\/)?(?:_?http|https|net|stream|_stream|internal\/http)|^node:internal\/(?:streams|stream_base)/,
        'sockets and node:http'
    ],
    [
        /^node:(?:events|timers|async_hooks|internal\/(?:process|timers|async_hooks|promises|events))/,
        'promises, events and timers'
    ]
];

/** What V8 calls the time that is nobody's; null: the process waited. */
const BY_NAME: Readonly<Record<string, Group | null>> = {
    '(garbage collector)': 'garbage collection',
    '(program)': 'the rest of Node and V8',
    '(root)': 'the rest of Node and V8',
    '(idle)': null
};

/** These pay for what Node does for them: a socket written to by the database's driver is part of the store. */
const PAYERS: ReadonlySet<Group> = new Set([
    'log',
    'store and driver',
    'PGlite',
    'call of GoTallo',
    'call of Salesforce'
]);

/** One function of a profile. */
export interface Frame {
    functionName: string;
    /** A path, `node:…`, `wasm:…`; empty for what is not written in JavaScript. */
    url: string;
}

/**
 * The group of a function; null for time in which the process waited.
 * @param caller the group of whoever called it; null at the root
 */
export function groupOf({ functionName, url }: Frame, caller: Group | null): Group | null {
    if (url === '' && functionName in BY_NAME) return BY_NAME[functionName] ?? null;
    const own = BY_PATH.find(([path]) => path.test(url.replaceAll('\\', '/')))?.[1];
    const isOfNode = url === '' || url.startsWith('node:');
    if (isOfNode && caller !== null && PAYERS.has(caller)) return caller;
    return own ?? caller ?? 'the rest of Node and V8';
}
