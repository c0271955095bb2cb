import ConversationErrorPanel from 'c/conversationErrorPanel';
import type { ConversationError } from 'c/conversationErrors';
import { createComponent, get, textOf } from 'test/dom';
import { conversationError } from 'test/errors';

interface Properties {
    error: ConversationError;
    busy: boolean;
}

function draw(changes: Partial<ConversationError> = {}, busy = false): Promise<HTMLElement> {
    return createComponent<Properties>('c-conversation-error-panel', ConversationErrorPanel, {
        error: conversationError(changes),
        busy
    });
}

function retryOf(element: HTMLElement): HTMLElement & { disabled: boolean } {
    return get(element, 'lightning-button');
}

function iconOf(element: HTMLElement): string {
    return get<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName;
}

describe('c-conversation-error-panel', () => {
    it('shows the message and Try again, and nothing that is not known', async () => {
        const element = await draw();
        expect(textOf(element)).toBe('GoTallo did not accept this. Try again');
        expect(iconOf(element)).toBe('utility:warning');
        await expect(element).toBeAccessible();
    });

    it('shows the start of the request id and keeps the whole one at hand', async () => {
        const element = await draw({ requestId: '7f3a9c1e-1111-4000-8000-000000000000' });
        expect(textOf(element)).toContain('Request 7f3a9c1e Try again');
        expect(get(element, '[title]').title).toBe('7f3a9c1e-1111-4000-8000-000000000000');
        await expect(element).toBeAccessible();
    });

    it('says how long to wait', async () => {
        expect(textOf(await draw({ retryAfterSeconds: 30 }))).toContain('You can try again in 30 seconds.');
    });

    it('says nothing of waiting when there is no need to', async () => {
        expect(textOf(await draw({ retryAfterSeconds: 0 }))).not.toContain('seconds');
    });

    it('shows a message with markup as text', async () => {
        const element = await draw({ message: '<i>no</i>' });
        expect(textOf(element)).toContain('<i>no</i>');
    });

    it('does not warn of a record that has no conversation yet', async () => {
        const element = await draw({ code: 'no-conversation-id' });
        expect(iconOf(element)).toBe('utility:info');
        await expect(element).toBeAccessible();
    });

    it('fires retry when Try again is clicked', async () => {
        const element = await draw();
        const onRetry = jest.fn();
        element.addEventListener('retry', onRetry);

        retryOf(element).click();

        expect(onRetry).toHaveBeenCalledTimes(1);
    });

    it('has a dead Try again that says what it does while a call is under way', async () => {
        const element = await draw({}, true);
        const onRetry = jest.fn();
        element.addEventListener('retry', onRetry);

        retryOf(element).click();

        expect(textOf(element)).toContain('Trying again…');
        expect(onRetry).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('gives focus to Try again', async () => {
        const element = await draw();
        element.focus();
        expect(element.shadowRoot?.activeElement?.localName).toBe('lightning-button');
    });
});
