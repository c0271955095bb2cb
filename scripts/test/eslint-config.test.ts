import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { PROJECT } from './support/project-copy.ts';

/** Files that exist, because rules with types need their place in a project; the text is planted. */
const DOMAIN = 'proxy/src/conversations/ports.ts';
const PROXY = 'proxy/src/lib/failure.ts';
const COMPONENT = 'force-app/main/default/lwc/conversationBlock/conversationBlock.ts';
const COMPONENT_TEST = 'force-app/main/default/lwc/conversationBlock/__tests__/planted.test.ts';

const ROOM = 'proxy/src/conversations/rules/judge-command.ts';

interface Mistake {
    what: string;
    file: string;
    code: string;
    rule: string;
}

const MISTAKES: Mistake[] = [
    {
        what: 'the domain importing a part that implements its ports',
        file: DOMAIN,
        code: "export { connect } from '../store/connect.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'the domain importing a package',
        file: DOMAIN,
        code: "export { Router } from 'express';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'a room of the domain importing one above it',
        file: ROOM,
        code: "export { stepsLeft } from '../protocol/steps-left.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'a room of the domain importing a part of the proxy',
        file: ROOM,
        code: "export { openStore } from '../../store/store.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'the configuration importing who reads it',
        file: 'proxy/src/config/secret.ts',
        code: "export { createAuthenticator } from '../auth/authenticator.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'Salesforce importing who asks it',
        file: 'proxy/src/salesforce/ask.ts',
        code: "export { createAuthenticator } from '../auth/authenticator.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'what all parts need importing one of them',
        file: PROXY,
        code: "export { Secret } from '../config/secret.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'a part under HTTP importing it, from a folder within',
        file: 'proxy/src/store/queries/record.ts',
        code: "export { requestId } from '../../http/request-id.ts';",
        rule: 'no-restricted-imports'
    },
    {
        what: 'a promise that nobody waits for',
        file: PROXY,
        code: 'async function send(): Promise<void> {}\nsend();\nexport {};',
        rule: '@typescript-eslint/no-floating-promises'
    },
    {
        what: 'a module of Node without node:',
        file: PROXY,
        code: "export { readFile } from 'fs/promises';",
        rule: 'import/enforce-node-protocol-usage'
    },
    {
        what: 'a type that is imported as a value',
        file: PROXY,
        code: "import { Server } from 'node:net';\nexport type Known = Server;",
        rule: '@typescript-eslint/consistent-type-imports'
    },
    {
        what: 'the proxy loading node:http with all that is behind fetch',
        file: PROXY,
        code: "import { globalAgent } from 'node:http';\nexport const agent = globalAgent;",
        rule: '@typescript-eslint/no-restricted-imports'
    },
    {
        what: 'the proxy writing past its log',
        file: PROXY,
        code: "console.log('token');\nexport {};",
        rule: 'no-console'
    },
    {
        what: 'any',
        file: PROXY,
        code: 'export type Known = any;',
        rule: '@typescript-eslint/no-explicit-any'
    },
    {
        what: 'a component that searches the whole page',
        file: COMPONENT,
        code: "export const found = document.querySelector('button');",
        rule: '@lwc/lwc/no-document-query'
    },
    {
        what: 'a component that waits for a time',
        file: COMPONENT,
        code: 'setTimeout(() => undefined, 100);\nexport {};',
        rule: '@lwc/lwc/no-async-operation'
    },
    {
        what: 'a test of a component that others are skipped for',
        file: COMPONENT_TEST,
        code: "it.only('shows the state', () => { expect(1).toBe(1); });",
        rule: 'jest/no-focused-tests'
    }
];

describe('eslint.config.js', () => {
    const eslint = new ESLint({ cwd: PROJECT });

    async function rulesBroken(file: string, code: string): Promise<(string | null)[]> {
        const [result] = await eslint.lintText(code, { filePath: path.join(PROJECT, file) });
        return result?.messages.map((message) => message.ruleId ?? message.message) ?? [];
    }

    for (const { what, file, code, rule } of MISTAKES) {
        it(`finds ${what}`, async () => {
            assert.deepEqual(await rulesBroken(file, code), [rule]);
        });
    }

    it('finds a disabled rule that was not broken', async () => {
        const broken = await rulesBroken(PROXY, '// eslint-disable-next-line no-console\nexport const size = 1;');
        assert.match(broken.join(), /Unused eslint-disable directive/);
    });

    it('lets the domain import itself, lib and the contract', async () => {
        const code = [
            "import type { ConversationView } from '#contract';",
            "import { Failure } from '../lib/failure.ts';",
            "import type { ConversationId } from './knowledge/conversation-id.ts';",
            'export const known: [ConversationView?, ConversationId?] = [];',
            'export { Failure };'
        ];
        assert.deepEqual(await rulesBroken(DOMAIN, code.join('\n')), []);
    });

    it('lets a room of the domain import the rooms below it', async () => {
        const code =
            "export { knownState } from '../knowledge/known-state.ts';\nexport { judge } from './judge-command.ts';";
        assert.deepEqual(await rulesBroken('proxy/src/conversations/rules/judge-end.ts', code), []);
    });
});
