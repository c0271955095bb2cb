import ConversationErrorPanel from 'c/conversationErrorPanel';
import type { ConversationError } from 'c/conversationErrors';
import { createComponent, get, textOf } from 'test/dom';
import { conversationError } from 'test/errors';

const mockNavigate = jest.fn();

jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const withNavigation = (Base: new () => object) =>
        class extends Base {
            [Navigate](page: unknown): void {
                mockNavigate(page);
            }
        };
    return { NavigationMixin: Object.assign(withNavigation, { Navigate }) };
});

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
    afterEach(() => {
        jest.useRealTimers();
    });

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
        expect(textOf(await draw({ retryAfterSeconds: 30 }))).toContain('Try again in 30 seconds');
    });

    it('counts the time down, and ends with Try again alone', async () => {
        jest.useFakeTimers();
        const drawn = draw({ retryAfterSeconds: 2 });
        await jest.advanceTimersByTimeAsync(1);
        const element = await drawn;

        await jest.advanceTimersByTimeAsync(1_000);
        expect(textOf(element)).toMatch(/Try again in 1 second$/);
        expect(element.shadowRoot?.querySelector('[aria-live], [role="status"]')).toBeNull();
        await jest.advanceTimersByTimeAsync(1_000);
        expect(textOf(element)).toMatch(/Try again$/);
    });

    it('can be pressed before the time is over', async () => {
        expect(retryOf(await draw({ retryAfterSeconds: 30 })).disabled).toBe(false);
    });

    it('shows what became of the command before what is wrong', async () => {
        const element = await draw({ title: 'Not blocked.' });
        expect(get(element, 'strong').textContent).toBe('Not blocked.');
        expect(textOf(element)).toContain('Not blocked. GoTallo did not accept this.');
    });

    it('leads admins to the page that checks the set-up, and nobody else', async () => {
        const element = await draw({ canCheckSetup: true });
        get(element, '[data-id="setup"]').click();
        const attributes = { apiName: 'GoTallo_Setup' };
        expect(mockNavigate.mock.calls).toEqual([[{ type: 'standard__navItemPage', attributes }]]);
        expect(textOf(element)).toContain('Check the set-up');
        expect(textOf(await draw())).not.toContain('Check the set-up');
        await expect(element).toBeAccessible();
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
