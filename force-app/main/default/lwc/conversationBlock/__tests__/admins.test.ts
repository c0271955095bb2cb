import ConversationBlock from 'c/conversationBlock';
import { org, RECORD_ID } from 'test/card';
import { createComponent, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import type { ConversationView } from '#contract';
import { blockedView, openView } from 'test/views';

jest.mock('@salesforce/userPermission/CustomizeApplication', () => ({ __esModule: true, default: true }), {
    virtual: true
});

function place(properties: object): Promise<HTMLElement> {
    return createComponent('c-conversation-block', ConversationBlock, properties);
}

describe('c-conversation-block for admins', () => {
    it('says what is wrong with the settings, beside a card that works', async () => {
        org.getConversation.mockResolvedValueOnce(openView());
        const element = await place({ recordId: RECORD_ID, density: 'tiny', durations: '2 fortnights' });

        expect(textOf(element)).toContain('Only admins see this.');
        expect(textOf(element)).toContain('tiny');
        expect(textOf(element)).toContain('2 fortnights');
        expect(textOf(element)).toContain('Maria Lopez');
        await expect(element).toBeAccessible();
    });

    it('is quiet when nothing is wrong', async () => {
        org.getConversation.mockResolvedValueOnce(openView());
        expect(textOf(await place({ recordId: RECORD_ID }))).not.toContain('admins');
    });

    it('says how an empty card gets a record', async () => {
        const element = await place({});
        expect(textOf(element)).toContain('For admins:');
        await expect(element).toBeAccessible();
    });

    it('says what to do and where when the set-up is not complete', async () => {
        const adminMessage = 'Choose another field: Setup menu, Edit Page.';
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'conversation-field-unusable', adminMessage }));
        const text = textOf(await place({ recordId: RECORD_ID }));
        expect(text).toContain(adminMessage);
        expect(text).not.toContain('Check the set-up');
    });

    it('leads to the page that checks the set-up where that helps', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'not-connected', adminMessage: 'No token.' }));
        const element = await place({ recordId: RECORD_ID });
        expect(textOf(element)).toContain('No token. Check the set-up');
        await expect(element).toBeAccessible();
    });

    it('shows what is wrong with the settings of a card that is hidden where there is no conversation', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'no-conversation-id' }));
        const element = await place({ recordId: RECORD_ID, density: 'tiny', hideWithoutConversation: true });
        expect(textOf(element)).toContain('tiny');
    });

    it.each<[string, Partial<ConversationView>, string, string]>([
        ['who may only look', { actions: [] }, 'Assign yourself', 'Ask your admin'],
        [
            'where BLOCKED is not excluded',
            { ...blockedView(), blockedStateExcluded: false },
            'GoTallo support',
            'Ask your'
        ]
    ])('asks no admin to ask an admin: %s', async (_what, changes, words, others) => {
        org.getConversation.mockResolvedValueOnce(openView(changes));
        const text = textOf(await place({ recordId: RECORD_ID }));
        expect(text).toContain(words);
        expect(text).not.toContain(others);
    });
});
