import { describe, it } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import { shownPart } from './support/gallery/acts.ts';
import { Scene } from './support/gallery/scene.ts';
import { GALLERY_STATES } from './support/gallery/states.ts';

describe('what the gallery shows', () => {
    // A sandbox of its own: the last state leaves GoTallo in peace for a while.
    const file = consoleForFile({ AUTH_CACHE_SECONDS: '60' });

    for (const { name, person, user = 'ana', before, act, shows } of GALLERY_STATES) {
        it(`is there and accessible: ${name.replaceAll('-', ' ')}`, async (t) => {
            t.after(() => Object.assign(file.sandbox.org, { fault: 'none' }));
            await before?.(new Scene(file.sandbox, person));
            const console = await file.openRecord(t, person, { query: `user=${user}` });
            await act?.(console);
            await console.page.locator(shows).filter({ visible: true }).first().waitFor();
            await assertAccessible(await shownPart(console));
        });
    }
});
