import ConversationBlockAction from 'c/conversationBlockAction';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import { createComponent, find, flushPromises, get } from 'test/dom';

jest.mock('c/conversationPanel', () => jest.requireActual<object>('test/jest-mocks/c/conversationPanel'));

interface ActionElement extends HTMLElement {
    recordId?: string;
}

const RECORD = { recordId: '00Q000000000001AAA' };

async function open(properties: Partial<ActionElement> = RECORD) {
    const action = await createComponent<ActionElement>(
        'c-conversation-block-action',
        ConversationBlockAction,
        properties
    );
    const onClose = jest.fn();
    action.addEventListener('closeactionscreen', onClose);
    return { action, onClose };
}

async function tell(action: HTMLElement, event: 'done' | 'cancel', detail?: object): Promise<void> {
    get(action, 'c-conversation-panel').dispatchEvent(new CustomEvent(event, { detail }));
    await flushPromises();
}

describe('c-conversation-block-action', () => {
    it('loads nothing while the platform has not said which record', async () => {
        const { action } = await open({});
        expect(find(action, 'c-conversation-panel')).toBeNull();
        await expect(action).toBeAccessible();
    });

    it('loads the record that the platform names later', async () => {
        const { action } = await open({});
        Object.assign(action, RECORD);
        await flushPromises();
        expect(get(action, 'c-conversation-panel')).toMatchObject(RECORD);
    });

    it('does not close before something is done', async () => {
        const { onClose } = await open();
        expect(onClose).not.toHaveBeenCalled();
    });

    it('closes when the agent decides against it', async () => {
        const { action, onClose } = await open();
        await tell(action, 'cancel');
        expect(onClose).toHaveBeenCalledTimes(1);
    });

    it('draws the panel as an action, under its title, with the default settings and without history', async () => {
        const { action } = await open();
        expect(get<HTMLElement & { header: string }>(action, 'lightning-quick-action-panel').header).toBe(
            'Block conversation'
        );
        expect(get(action, 'c-conversation-panel')).toMatchObject({
            ...RECORD,
            isAction: true,
            settings: { ...DEFAULT_SETTINGS, showHistory: false }
        });
        await expect(action).toBeAccessible();
    });

    it.each([
        ['success', true, 'Blocked. New messages are kept out of Salesforce.'],
        ['warning', false, 'Blocked. WhatsApp did not accept the block.']
    ])('closes with a toast that says what came of it (%s)', async (variant, isWhole, words) => {
        const { action, onClose } = await open();
        const toasts: unknown[] = [];
        action.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));

        await tell(action, 'done', { words, isWhole });

        expect(toasts).toMatchObject([{ title: words, variant }]);
        expect(onClose).toHaveBeenCalledTimes(1);
    });
});
