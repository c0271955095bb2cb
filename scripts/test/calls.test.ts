import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { CONVERSATION_CALLS } from '../../proxy/src/http/conversation-calls.ts';
import { SETUP_PATH } from '../../proxy/src/http/setup-routes.ts';
import { PROJECT } from './support/project-copy.ts';

const CALLS = sorted(Object.values(CONVERSATION_CALLS).map(({ verb, path: below }) => `${verb} ${below}`));

/** Whether a call is made with a body; one whose body is optional is made both ways. */
const BODIES = sorted(
    Object.values(CONVERSATION_CALLS).flatMap(({ verb, path: below, hasBody }) =>
        (hasBody === 'optional' ? [true, false] : [hasBody]).map((has) => `${verb} ${below} ${has}`)
    )
);

/** The verb and the path behind the id, by how each client writes a call, and how it writes one without a body. */
const CLIENTS = {
    'the Apex client': {
        file: 'force-app/main/default/classes/GoTalloProxyClient.cls',
        call: /(?:newRequest\(|sendJson\()\s*'([A-Z]+)',\s*conversationPath\(conversationId\)(?:\s*\+\s*'([^']*)')?/g,
        withoutBody: /^newRequest/
    },
    'its double in the sandbox': {
        file: 'sandbox/org/apex/gotallo-proxy-client.ts',
        call: /this\.send\('([A-Z]+)', `\/v1\/conversations\/\$\{id\}([^`$]*)[^`]*`, \S+/g,
        withoutBody: / null,$/
    }
};

describe('the table of calls', () => {
    for (const [client, { file, call, withoutBody }] of Object.entries(CLIENTS)) {
        it(`holds every call that ${client} makes, and no other`, () => {
            const made = [...read(file).matchAll(call)].map(([, verb, rest = '']) => `${verb} /:id${rest}`);
            assert.deepEqual(sorted(new Set(made)), CALLS);
        });

        it(`says of every call whether ${client} sends a body`, () => {
            const made = [...read(file).matchAll(call)].map(
                ([text, verb, rest = '']) => `${verb} /:id${rest} ${!withoutBody.test(text)}`
            );
            assert.deepEqual(sorted(new Set(made)), BODIES);
        });
    }

    it('has the set-up check beside it, at the address that every client and the reference write', () => {
        const { 'the Apex client': apex, 'its double in the sandbox': double } = CLIENTS;
        assert.ok(read(apex.file).includes(`'callout:GoTallo_Proxy${SETUP_PATH}'`));
        assert.ok(read(double.file).includes(`this.send('GET', '${SETUP_PATH}'`));
        assert.match(read('docs/http-api.md'), new RegExp(`^\\| \`GET ${SETUP_PATH}\``, 'm'));
    });

    it('is what the reference lists', () => {
        const listed = [...read('docs/http-api.md').matchAll(/^\| `([A-Z]+) \/v1\/conversations\/\{id\}([^`]*)`/gm)];
        assert.deepEqual(sorted(listed.map(([, verb, rest]) => `${verb} /:id${rest}`)), CALLS);
    });
});

function read(file: string): string {
    return readFileSync(path.join(PROJECT, file), 'utf8');
}

function sorted(texts: Iterable<string>): string[] {
    return [...texts].sort();
}
