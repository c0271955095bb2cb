import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { PLANTS } from '../../proxy/model/plants.ts';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import { RESOLVE_PATH } from '../contract.ts';
import { SUPERVISOR } from '../org/people.ts';
import type { Edit } from '../stand/proxy-copy.ts';
import { MODEL_STORIES, type ModelStory } from './support/model-stories.ts';
import { proxyWith } from './support/proxy-copy.ts';
import { block, falseNative } from './support/story-acts.ts';
import { twoProxies } from './support/two-proxies.ts';

// Each mostly waits, for leases to be over.
describe('a story of the model, played by real proxies', { skip, concurrency: 2 }, () => {
    const postgres = postgresForFile();

    async function played({ fates, play }: ModelStory, edits: readonly Edit[], t: TestContext): Promise<string | null> {
        const proxies = await twoProxies(t, await postgres.newDatabase(), await proxyWith(edits, t));
        const witness = proxies.conversation(structuredClone(fates));
        const broken = await play({ ...proxies, witness });
        t.diagnostic([broken ?? 'Nothing is broken.', ...witness.story].join('\n  '));
        return broken;
    }

    it('shows what a version is for: without one, a word about what was seen before a block is believed after it', async (t) => {
        const { first, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation();
        const view = await witness.look(first, SUPERVISOR);
        await block(witness, first);
        const version = view?.nativeBlock.version;
        const late = { status: 'not-blocked' };
        assert.equal((await witness.call(first, SUPERVISOR, 'PUT', RESOLVE_PATH, late))?.status, 200);
        assert.match((await falseNative(witness, first)) ?? '', /"not-blocked"/);
        assert.equal(typeof version, 'string');
        const versioned = { status: 'blocked', version };
        assert.equal((await witness.call(first, SUPERVISOR, 'PUT', RESOLVE_PATH, versioned))?.status, 409);
    });

    for (const story of MODEL_STORIES) {
        const { plant, mistake, aids = [] } = story;
        const sentence = PLANTS.find(({ name }) => name === plant)?.mistake;
        it(`breaks it with the mistake in the source: ${sentence}`, async (t) => {
            assert.notEqual(await played(story, [...aids, mistake], t), null);
        });
        it(`breaks nothing without it: ${sentence}`, async (t) => {
            assert.equal(await played(story, aids, t), null);
        });
    }
});
