import ConversationBlock from 'c/conversationBlock';
import { org, RECORD_ID } from 'test/card';
import { createComponent, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { openView } from 'test/views';

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

    it('shows the technical words of a set-up that is not complete', async () => {
        const message = 'The field cannot be used.';
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'conversation-field-unusable', message }));
        expect(textOf(await place({ recordId: RECORD_ID }))).toContain(message);
    });
});
