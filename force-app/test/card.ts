import blockConversation from '@salesforce/apex/GoTalloConversationController.blockConversation';
import changeState from '@salesforce/apex/GoTalloConversationController.changeState';
import getConversation from '@salesforce/apex/GoTalloConversationController.getConversation';
import getHistory from '@salesforce/apex/GoTalloConversationController.getHistory';
import resolveNativeBlock from '@salesforce/apex/GoTalloConversationController.resolveNativeBlock';
import retryNativeBlock from '@salesforce/apex/GoTalloConversationController.retryNativeBlock';
import unblockConversation from '@salesforce/apex/GoTalloConversationController.unblockConversation';
import undo from '@salesforce/apex/GoTalloConversationController.undo';
import updateBlock from '@salesforce/apex/GoTalloConversationController.updateBlock';
import type { CardAction } from 'c/conversationActions';
import ConversationPanel from 'c/conversationPanel';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { SettingProblem, Settings } from 'c/conversationSettings';
import type { ConversationView, NativeBlockRequest } from '#contract';
import { createComponent, find, flushPromises, get } from './dom';
import { cancelForm, enter, submit } from './form';

jest.mock('c/conversationUpdates', () => jest.requireActual('./updates'));

/** The org, as far as the card sees it. */
export const org = {
    getConversation: jest.mocked(getConversation),
    blockConversation: jest.mocked(blockConversation),
    changeState: jest.mocked(changeState),
    getHistory: jest.mocked(getHistory),
    resolveNativeBlock: jest.mocked(resolveNativeBlock),
    retryNativeBlock: jest.mocked(retryNativeBlock),
    unblockConversation: jest.mocked(unblockConversation),
    undo: jest.mocked(undo),
    updateBlock: jest.mocked(updateBlock)
};

export interface CardElement extends HTMLElement {
    recordId?: string;
    settings: Settings;
    problems: readonly SettingProblem[];
    isAction: boolean;
}

interface ButtonElement extends HTMLElement {
    /** Of a menu; what is spoken after its label. */
    alternativeText?: string;
    disabled: boolean;
    iconName: string | null;
    label: string;
    variant: string;
}

const ACTIONS = 'c-conversation-actions';

export const RECORD_ID = '00Q000000000001AAA';

/** Opens the card on a record page. @param view what the org answers first; leave out to keep what the test arranged */
export function openCard(view?: ConversationView, properties: Partial<CardElement> = {}): Promise<CardElement> {
    if (view) {
        org.getConversation.mockResolvedValueOnce(view);
    }
    return createComponent<CardElement>('c-conversation-panel', ConversationPanel, {
        recordId: RECORD_ID,
        ...properties
    });
}

/** What the admin chose: a field for the conversation id. */
export function withField(conversationIdField: string | null): Settings {
    return { ...DEFAULT_SETTINGS, conversationIdField };
}

/** The Block or Unblock button; null when there is none. */
export function actionOf(card: CardElement): ButtonElement | null {
    return find<ButtonElement>(card, ACTIONS, '[data-action="block"], [data-action="unblock"]');
}

/** One button of the footer, or Undo at the top; null when there is none. */
export function buttonOf(card: CardElement, action: CardAction): ButtonElement | null {
    const place = action === 'undo' ? 'c-conversation-state' : ACTIONS;
    return find<ButtonElement>(card, place, `[data-action="${action}"]`);
}

/** Whether Undo has taken the place of Block and Unblock. */
export function isUndoable(card: CardElement): boolean {
    return find(card, ACTIONS, '.undoable') !== null;
}

/** All buttons of the footer, in the order of reading; Block may be a menu. */
export function buttonsOf(card: CardElement): string[] {
    const selector = 'lightning-button, lightning-button-menu';
    const buttons = find(card, ACTIONS)?.shadowRoot?.querySelectorAll<ButtonElement>(selector) ?? [];
    return Array.from(buttons, ({ label }) => label);
}

/** The form in the card; null when it is not open. */
export function formOf(card: CardElement): HTMLElement | null {
    return find(card, 'c-conversation-block-form');
}

/** The question before an unblock; null when it is not asked. */
export function confirmOf(card: CardElement): HTMLElement | null {
    return find(card, 'c-conversation-confirm');
}

/** Clicks Unblock, and says yes where the card asks first. */
export async function unblock(card: CardElement): Promise<void> {
    await click(actionOf(card));
    await sayYes(card);
}

/** A button under the question what the channel shows; null when it is not asked. */
export function answerOf(card: CardElement, status: NativeBlockRequest['status']): ButtonElement | null {
    return find<ButtonElement>(card, 'c-conversation-block-details', `[data-status="${status}"]`);
}

/** Says what the channel shows, and says so once more when asked. */
export async function answer(card: CardElement, status: NativeBlockRequest['status']): Promise<void> {
    await click(answerOf(card, status));
    await sayYes(card);
}

/** Says yes to what the card asks. */
export async function sayYes(card: CardElement): Promise<void> {
    confirmOf(card)?.dispatchEvent(new CustomEvent('confirm'));
    await flushPromises();
}

export function retryOf(card: CardElement): ButtonElement {
    return get<ButtonElement>(card, 'c-conversation-error-panel', 'lightning-button');
}

export function liveRegionOf(card: CardElement): string {
    return get(card, '[aria-live="polite"]').textContent ?? '';
}

/** Clicks and lets the consequences happen. Of the block menu, the entry that opens the form is chosen. */
export async function click(element: HTMLElement | null): Promise<void> {
    if (element?.localName === 'lightning-button-menu') {
        await choose(element, 'With a note or an end…');
    } else {
        element?.click();
        await flushPromises();
    }
}

/** The entries of the block menu. */
export function entriesOf(menu: HTMLElement | null): string[] {
    return itemsOf(menu).map(({ label }) => label);
}

/** Chooses an entry of the block menu by its words, unless the menu is dead. */
export async function choose(menu: HTMLElement | null, label: string): Promise<void> {
    const item = itemsOf(menu).find((each) => each.label === label);
    if (!item) {
        throw new Error(`Not in the menu: ${label}`);
    }
    if (!(menu as ButtonElement).disabled) {
        menu?.dispatchEvent(new CustomEvent('select', { detail: { value: item.value } }));
    }
    await flushPromises();
}

function itemsOf(menu: HTMLElement | null): { label: string; value: string }[] {
    return Array.from(
        menu?.querySelectorAll<HTMLElement & { label: string; value: string }>('lightning-menu-item') ?? []
    );
}

/** The block dialog; null when it is not open. */
export function dialogOf(): HTMLElement | null {
    return document.body.querySelector('c-dialog');
}

/** Answers the open form, in its dialog or in the card. */
export async function decide(reason: string, note = '', form = formIn(dialogOf())): Promise<void> {
    await enter(form, 'reason', reason);
    await enter(form, 'note', note);
    await submit(form);
}

/** The form of the dialog. */
export function formIn(dialog: HTMLElement | null): HTMLElement {
    return get(dialog as HTMLElement, 'c-conversation-block-form');
}

/** Opens the dialog from the card and answers it. */
export async function block(card: CardElement, reason = 'Spam', note = ''): Promise<void> {
    await click(actionOf(card));
    await decide(reason, note);
}

/** Closes the open dialog with Cancel. */
export async function cancel(): Promise<void> {
    await cancelForm(formIn(dialogOf()));
}

/** An answer that comes when the test says so. */
export function pendingAnswer(): {
    promise: Promise<ConversationView>;
    resolve: (view: ConversationView) => Promise<void>;
    reject: (thrown: unknown) => Promise<void>;
} {
    const { promise, resolve, reject } = withResolvers();
    return {
        promise,
        resolve: (view) => {
            resolve(view);
            return flushPromises();
        },
        reject: (thrown) => {
            reject(thrown);
            return flushPromises();
        }
    };
}

function withResolvers() {
    let resolve: (view: ConversationView) => void = () => undefined;
    let reject: (thrown: unknown) => void = () => undefined;
    const promise = new Promise<ConversationView>((onResolve, onReject) => {
        resolve = onResolve;
        reject = onReject;
    });
    return { promise, resolve, reject };
}
