import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { SETTABLE_STATES } from '../../proxy/src/conversations/knowledge/states.ts';
import { STATE_NUMBERS } from '../../proxy/src/gotallo/state-numbers.ts';
import { textOf } from '../checks/metadata-element.ts';
import { readOrg } from '../checks/org.ts';
import { readSourceFiles } from '../checks/source-files.ts';
import { PROJECT } from './support/project-copy.ts';

const STATES = Object.keys(STATE_NUMBERS);
const ALL = sorted(STATES);
const SETTABLE = sorted(SETTABLE_STATES);

/** Where no type reaches, and what must be listed there. */
const LISTS: Record<string, string[]> = {
    'force-app/main/default/classes/GoTalloConversationController.cls': SETTABLE,
    'force-app/main/default/classes/GoTalloProxyClient.cls': SETTABLE,
    'force-app/main/default/lwc/conversationBlock/conversationBlock.js-meta.xml': ALL,
    'force-app/main/default/messageChannels/GoTallo_Conversation.messageChannel-meta.xml': ALL,
    'force-app/main/default/objects/GoTallo_Conversation_Changed__e/fields/State__c.field-meta.xml': ALL,
    'docs/admin-setup.md': ALL,
    'docs/http-api.md': SETTABLE
};

/** Names in capitals with nothing between them but commas, "or", "and", backticks and the margin of a comment. */
const LIST = /\b[A-Z][A-Z_]+\b(?:`?(?:,|[\s*]+(?:or|and)\b)[\s*]+(?:(?:or|and)[\s*]+)?`?[A-Z][A-Z_]+\b)+/g;

describe('the states of a conversation', () => {
    for (const [file, states] of Object.entries(LISTS)) {
        it(`are listed in ${file}`, () => {
            const lists = listsIn(read(file));
            assert.ok(lists.length > 0, 'no list');
            for (const list of lists) assert.deepEqual(list, states);
        });
    }

    it('are listed nowhere else where no type reaches', async () => {
        const deployed = (await readSourceFiles(PROJECT)).filter((file) => !/\.ts$|Test\.cls$/.test(file.path));
        const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: PROJECT }).map((file) => ({
            path: file.replaceAll(path.sep, '/'),
            text: read(file)
        }));
        const listing = [...deployed, ...pages].filter(({ text }) => listsIn(text).length > 0);
        assert.deepEqual(sorted(listing.map((file) => file.path)), sorted(Object.keys(LISTS)));
    });

    it('have a label each, and no other state has one', async () => {
        const { labels } = await readOrg(PROJECT);
        const descriptions = labels.map(({ name, element }) => [name, textOf(element, 'shortDescription') ?? '']);
        const ofStates = descriptions.filter(([, description = '']) => /^State [A-Z_]+$/.test(description));
        const expected = STATES.map((state) => [`GoTallo_State_${camelCase(state)}`, `State ${state}`]);
        assert.deepEqual(sorted(ofStates.map(String)), sorted(expected.map(String)));
    });

    it('are found in every way of writing a list', () => {
        for (const text of [
            'OPEN, CLOSED or EXPIRED',
            '`OPEN`, `CLOSED`,\n     * or `EXPIRED`',
            'OPEN and CLOSED, EXPIRED'
        ]) {
            assert.deepEqual(listsIn(`It is ${text}; null else.`), [['CLOSED', 'EXPIRED', 'OPEN']], text);
        }
        assert.deepEqual(listsIn('GET or PUT; OPEN (or CLOSED); BLOCKED and then CLOSED'), []);
    });
});

/** Each list in a text that names a state, sorted. */
function listsIn(text: string): string[][] {
    return [...text.matchAll(LIST)]
        .map(([list]) => sorted(list.match(/[A-Z][A-Z_]+/g) ?? []))
        .filter((names) => names.some((name) => STATES.includes(name)));
}

function camelCase(state: string): string {
    return state.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function read(file: string): string {
    return readFileSync(path.join(PROJECT, file), 'utf8');
}

function sorted(texts: Iterable<string>): string[] {
    return [...texts].sort();
}
