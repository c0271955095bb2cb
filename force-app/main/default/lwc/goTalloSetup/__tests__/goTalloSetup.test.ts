import getSetup from '@salesforce/apex/GoTalloSetupController.getSetup';
import type { SetupCheck, SetupView } from '#contract';
import GoTalloSetup from 'c/goTalloSetup';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';

const asked = jest.mocked(getSetup);

const AT = '2026-11-22T10:00:00.000Z';
const LEAK: SetupCheck = {
    name: 'exclusion',
    status: 'error',
    code: 'leaks',
    facts: [2, { at: AT }],
    link: null,
    letter: 'To: support@GoTallo.com'
};
const STORE: SetupCheck = { name: 'store', status: 'ok', code: 'server', facts: [4], link: null, letter: null };

function view(...checks: SetupCheck[]): SetupView {
    return { checkedAt: AT, orgId: '00D000000000001EAA', tenant: 'acme', checks };
}

function check(changes: object): SetupCheck {
    return { ...STORE, ...changes };
}

async function open(answer: SetupView): Promise<HTMLElement> {
    asked.mockResolvedValueOnce(answer);
    return createComponent('c-go-tallo-setup', GoTalloSetup, {});
}

async function openFailing(code: string): Promise<HTMLElement> {
    const message = JSON.stringify({ code, message: `words for ${code}`, requestId: 'request-12345' });
    asked.mockRejectedValueOnce({ body: { message, exceptionType: 'System.AuraHandledException' } });
    return createComponent('c-go-tallo-setup', GoTalloSetup, {});
}

async function press(element: HTMLElement, action: string): Promise<void> {
    get<HTMLElement & { click(): void }>(element, `[data-action="${action}"]`).click();
    await flushPromises();
}

function rowText(element: HTMLElement, name: string): string {
    return textOf(get(element, `[data-check="${name}"]`));
}

function statusOf(element: HTMLElement): string {
    return textOf(get(element, '[role="status"]'));
}

function clipboardOf(writeText: ((text: string) => Promise<void>) | undefined): void {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } });
}

describe('c-go-tallo-setup', () => {
    it('draws the rows in the order of the answer, with status, finding and what to do', async () => {
        const element = await open(view(LEAK, STORE));
        const names = Array.from(element.shadowRoot?.querySelectorAll('li') ?? [], ({ dataset }) => dataset['check']);
        expect(names).toEqual(['exclusion', 'store']);
        expect(rowText(element, 'exclusion')).toContain('BLOCKED stays out of Salesforce');
        expect(rowText(element, 'exclusion')).toContain('Error');
        expect(rowText(element, 'exclusion')).toContain('It does not. What blocked customers wrote');
        expect(rowText(element, 'exclusion')).toContain('Send this letter to GoTallo’s support, and');
        expect(rowText(element, 'store')).not.toContain('What to do:');
        expect(asked).toHaveBeenCalledTimes(1);
    });

    it('counts what is not well, and says so when all is', async () => {
        expect(statusOf(await open(view(LEAK, STORE)))).toBe('To look at: 1');
        expect(statusOf(await open(view(STORE)))).toBe('Everything that was checked works.');
    });

    it('is accessible', async () => {
        await expect(await open(view(LEAK, STORE))).toBeAccessible();
        await expect(await openFailing('proxy-unreachable')).toBeAccessible();
    });

    it('says that it is checking, asks once however often it is pressed, and then draws anew', async () => {
        const element = await open(view(LEAK));
        let answer: (value: SetupView) => void = () => undefined;
        asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
        await press(element, 'check');
        expect(statusOf(element)).toBe('Checking…');
        await press(element, 'check');
        expect(asked).toHaveBeenCalledTimes(2);
        answer(view(STORE));
        await flushPromises();
        expect(statusOf(element)).toBe('Everything that was checked works.');
        expect(find(element, '[data-check="exclusion"]')).toBeNull();
    });

    it.each([
        ['proxy-unreachable', 'Check that the URL of the named credential'],
        ['unexpected-answer', 'Check that the URL of the named credential'],
        ['not-connected', 'Check that you have the permission set'],
        ['proxy-timeout', 'Ask the operator of the proxy to look at its'],
        ['wrong-org', 'Give the operator of the proxy the id of'],
        ['invalid-token', 'Compare “instanceUrl” in the tenants file'],
        ['no-permission', 'You need the permission set “GoTallo Manage']
    ])('says which cause fits when nothing could be checked: %s', async (code, cause) => {
        const error = textOf(get(await openFailing(code), '[data-region="error"]'));
        expect(error).toContain(`words for ${code}`);
        expect(error).toContain(cause);
    });

    it('says nothing of a cause that it does not know', async () => {
        const error = textOf(get(await openFailing('brand-new'), '[data-region="error"]'));
        expect(error).toContain('words for brand-new');
        expect(error).not.toContain('What to do:');
    });

    it.each([null, {}, { checks: 'all' }, { checks: [null] }])(
        'takes an answer that is no check for an error: %j',
        async (answer) => {
            asked.mockResolvedValueOnce(answer as never);
            const element = await createComponent('c-go-tallo-setup', GoTalloSetup, {});
            expect(textOf(get(element, '[data-region="error"]'))).toContain('Something went wrong.');
        }
    );

    it('says so where a newer proxy finds what it has no words for, and breaks over nothing', async () => {
        const odd = check({ name: 'brandNew', status: 'odd', code: 'strange' });
        const element = await open(view(odd as SetupCheck, check({ code: 'timedOut', facts: [8] })));
        expect(rowText(element, 'brandNew')).toContain(
            'This page is older than the proxy and has no words for this. (strange)'
        );
        expect(rowText(element, 'brandNew')).toContain('Not known');
        expect(rowText(element, 'store')).toContain('Not found out within');
    });

    it('leads into Setup, and nowhere else', async () => {
        const element = await open(
            view(
                check({ name: 'permissions', code: 'found', facts: [[], []], link: '/lightning/setup/PermSets/home' }),
                check({ link: 'https://elsewhere.example/' }),
                check({ name: 'clock', code: 'inStep', link: '//elsewhere.example' })
            )
        );
        const links = Array.from(element.shadowRoot?.querySelectorAll('a') ?? [], (link) => link.getAttribute('href'));
        expect(links).toEqual(['/lightning/setup/PermSets/home']);
    });

    it('shows the letter where there is one', async () => {
        const element = await open(view(LEAK, STORE));
        expect(textOf(get(element, '[data-check="exclusion"] pre'))).toBe('To: support@GoTallo.com');
        expect(element.shadowRoot?.querySelectorAll('details')).toHaveLength(1);
    });

    it('copies codes and facts for support', async () => {
        const writeText = jest.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
        clipboardOf(writeText);
        const element = await open(view(LEAK, check({ facts: ['x', ['a', 'b']] })));
        await press(element, 'copy');
        expect(writeText).toHaveBeenCalledWith(
            [
                `GoTallo set-up check, ${AT}`,
                'Org 00D000000000001EAA, tenant acme',
                `[error] exclusion: leaks | 2 | ${AT}`,
                '[ok] store: server | x | a, b'
            ].join('\n')
        );
        expect(statusOf(element)).toBe('Copied.');
    });

    it.each([
        ['refuses', () => clipboardOf(() => Promise.reject(new Error('no')))],
        ['has none', () => clipboardOf(undefined)]
    ])('shows the text selected where the clipboard %s', async (_why, arrange) => {
        arrange();
        const element = await open(view(LEAK));
        await press(element, 'copy');
        const field = get<HTMLTextAreaElement>(element, 'textarea');
        expect(field.value).toContain('[error] exclusion: leaks');
        expect(field.selectionEnd - field.selectionStart).toBe(field.value.length);
        expect(textOf(element)).not.toContain('Copied.');
    });

    it('copies what is known where nothing could be checked', async () => {
        const writeText = jest.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
        clipboardOf(writeText);
        await press(await openFailing('wrong-org'), 'copy');
        expect(writeText.mock.calls[0]?.[0]).toContain('[error] wrong-org | request request-12345');
    });
});
