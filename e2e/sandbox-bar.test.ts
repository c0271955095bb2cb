import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import { untilText } from './support/until.ts';

const SPAM = { reason: 'Spam' };

describe('what the sandbox bar switches on', () => {
    const file = consoleForFile();

    it('makes a block take as long as the bar says, and the card says meanwhile that it is under way', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        await console.letGoTallo('is slow with Block User (5 s)');
        const started = performance.now();
        await console.block(SPAM);
        await untilText(console.announced, 'Blocking…');
        await untilText(console.badge, 'Blocked');
        await untilText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.ok(performance.now() - started >= 5_000, 'GoTallo answered sooner than the bar says');
    });

    it('is as slow as it says however the bar was used before', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.letGoTallo('is too busy (429, wait 5 s)');
        await console.block(SPAM);
        await untilText(console.trouble, 'in 5 seconds');
        await console.letGoTallo('works');
        await console.letGoTallo('is slow (5 s)');
        await console.switchPlatformEvents(false);
        assert.equal(file.sandbox.gotallo.faults.seconds, 5);
    });

    it('catches up with what happened while it could not be asked', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        const { conversationId } = file.recordOf('Nora Lind');
        await console.page.route(/\/sandbox\/records\//, (route) => route.abort('internetdisconnected'), {
            times: 3
        });
        const path = `/sandbox/conversations/${conversationId}/customer-messages`;
        const headers = { 'X-Sandbox-User': 'ana.silva@sandbox.example' };
        const written = await console.page.request.post(file.sandbox.url + path, {
            headers,
            data: { text: 'The line is back' }
        });
        assert.ok(written.ok(), await written.text());
        await console.transcript.getByText('The line is back').waitFor();
    });
});
