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

async function tell(action: HTMLElement, event: 'done' | 'cancel'): Promise<void> {
    get(action, 'c-conversation-panel').dispatchEvent(new CustomEvent(event));
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

    it('neither closes nor offers Done before something is done', async () => {
        const { action, onClose } = await open();
        expect(find(action, 'lightning-button')).toBeNull();
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

    it('keeps what happened on the screen until Done is pressed', async () => {
        const { action, onClose } = await open();
        await tell(action, 'done');
        expect(onClose).not.toHaveBeenCalled();
        expect(find(action, 'c-conversation-panel')).not.toBeNull();
        const done = get<HTMLElement & { label: string }>(action, 'lightning-button');
        expect(done.label).toBe('Done');
        await expect(action).toBeAccessible();

        done.click();

        expect(onClose).toHaveBeenCalledTimes(1);
    });
});
