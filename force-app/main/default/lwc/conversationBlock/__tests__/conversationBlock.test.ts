import { CurrentPageReference } from 'lightning/navigation';
import ConversationBlock from 'c/conversationBlock';
import type { ConversationView } from '#contract';
import { org, RECORD_ID } from 'test/card';
import { createComponent, find, flushPromises, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { hint, say } from 'test/updates';
import { blockedView, CONVERSATION_ID, openView } from 'test/views';

jest.mock('c/conversationUpdates', () => jest.requireActual('test/updates'));
jest.mock('lightning/flowSupport', () => ({
    FlowAttributeChangeEvent: class extends CustomEvent<unknown> {
        constructor(name: string, value: unknown) {
            super('lightning__flowattributechange', { bubbles: true, composed: true, detail: [name, value] });
        }
    }
}));

interface BlockElement extends HTMLElement {
    recordId: string | null;
    conversationIdField: string | null;
    density: string | null;
    requireReason: boolean | null;
    hideWithoutConversation: boolean | null;
    conversationId: string | null;
    state: string | null;
}

const OTHER_RECORD_ID = '00Q000000000002AAA';
const EMPTY = 'Open a record with a GoTallo conversation to see it here.';

function place(properties: Partial<BlockElement> = {}): Promise<BlockElement> {
    return createComponent<BlockElement>('c-conversation-block', ConversationBlock, properties);
}

/** The page says where the user is. */
function goTo(type: string, recordId?: string): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages -- the test is the page
    const adapter = CurrentPageReference as unknown as { emit(page: object | null): void };
    adapter.emit({ type, attributes: { recordId } });
    return flushPromises();
}

/** The records that the org was asked about. */
function asked(): string[] {
    return org.getConversation.mock.calls.map(([{ recordId }]) => recordId);
}

function outputsOf(element: HTMLElement): unknown[] {
    const outputs: unknown[] = [];
    element.addEventListener('lightning__flowattributechange', (event) => outputs.push((event as CustomEvent).detail));
    return outputs;
}

beforeEach(() => {
    org.getConversation.mockImplementation(() => Promise.resolve(openView()));
});

describe('c-conversation-block', () => {
    it('shows the record that the page gives it', async () => {
        const element = await place({ recordId: RECORD_ID });

        expect(asked()).toEqual([RECORD_ID]);
        expect(textOf(element)).toContain('Maria Lopez');
        await expect(element).toBeAccessible();
    });

    it('does not take the record of another page or of a message for its own', async () => {
        await place({ recordId: RECORD_ID });
        await goTo('standard__recordPage', OTHER_RECORD_ID);
        await say({ recordId: OTHER_RECORD_ID });
        expect(asked()).toEqual([RECORD_ID]);
    });

    it.each([null, ''])('is friendly and calls nobody without a record (%p)', async (recordId) => {
        const element = await place({ recordId });

        expect(textOf(element)).toBe(EMPTY);
        expect(asked()).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('draws nothing without a record where the admin wants that', async () => {
        const element = await place({ hideWithoutConversation: true });
        expect(textOf(element)).toBe('');
    });

    it('follows the page in the utility bar', async () => {
        const element = await place();
        await goTo('standard__recordPage', RECORD_ID);
        await goTo('standard__recordPage', OTHER_RECORD_ID);
        expect(asked()).toEqual([RECORD_ID, OTHER_RECORD_ID]);

        await say({ recordId: RECORD_ID });
        await goTo('standard__objectPage', RECORD_ID);

        expect(textOf(element)).toBe(EMPTY);
    });

    it('shows the record that is named on the message channel', async () => {
        await place();
        await say({ recordId: RECORD_ID });
        await say({ recordId: OTHER_RECORD_ID });
        expect(asked()).toEqual([RECORD_ID, OTHER_RECORD_ID]);
    });

    it('does not leave its record because another conversation was changed', async () => {
        await place();
        await say({ recordId: RECORD_ID, conversationId: CONVERSATION_ID, state: 'BLOCKED' });
        await say({ recordId: OTHER_RECORD_ID, conversationId: '11111111-2222-4333-8444-555555555555', state: null });
        expect(asked()).toEqual([RECORD_ID]);
    });

    it('hears nothing anymore when it has left the page', async () => {
        const element = await place();
        element.remove();
        await say({ recordId: RECORD_ID });
        document.body.append(element);
        await flushPromises();
        expect(asked()).toEqual([]);
    });

    it('reads the design properties', async () => {
        await place({ recordId: RECORD_ID, conversationIdField: ' My_Id__c ' });
        expect(org.getConversation).toHaveBeenCalledWith({ recordId: RECORD_ID, conversationIdField: 'My_Id__c' });
    });

    it('works with defaults, and says nothing of it to agents, when settings are wrong', async () => {
        const element = await place({ recordId: RECORD_ID, density: 'tiny' });
        expect(textOf(element)).toContain('Maria Lopez');
        expect(textOf(element)).not.toContain('tiny');
    });

    it('tells the flow what is shown, once each', async () => {
        const element = await place();
        const outputs = outputsOf(element);
        element.recordId = RECORD_ID;
        await flushPromises();
        org.getConversation.mockResolvedValueOnce(blockedView());
        await hint();
        await hint();

        expect(outputs).toEqual([
            ['conversationId', CONVERSATION_ID],
            ['state', 'OPEN'],
            ['state', 'BLOCKED'],
            ['state', 'OPEN']
        ]);
        expect(element).toMatchObject({ conversationId: CONVERSATION_ID, state: 'OPEN' });
    });

    it('tells the flow that nothing is shown anymore', async () => {
        const element = await place({ recordId: RECORD_ID });
        const outputs = outputsOf(element);
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'no-conversation-id' }));
        await hint();
        const gone = [
            ['conversationId', null],
            ['state', null]
        ];
        expect(outputs).toEqual(gone);
        element.recordId = OTHER_RECORD_ID;
        await flushPromises();
        expect(element).toMatchObject({ conversationId: CONVERSATION_ID, state: 'OPEN' });

        element.recordId = null;
        await flushPromises();

        expect(outputs.slice(-2)).toEqual(gone);
        expect(element).toMatchObject({ conversationId: null, state: null });
    });

    it('tells the flow no state that is not known', async () => {
        const unknown: Partial<ConversationView> = { state: null, stateSource: 'none' };
        org.getConversation.mockResolvedValueOnce(openView(unknown));
        const element = await place({ recordId: RECORD_ID });
        expect(element).toMatchObject({ conversationId: CONVERSATION_ID, state: null });
        expect(find(element, 'c-conversation-panel')).not.toBeNull();
    });
});
