import blockConversation from '@salesforce/apex/GoTalloConversationController.blockConversation';
import getConversation from '@salesforce/apex/GoTalloConversationController.getConversation';
import settlePlatformBlock from '@salesforce/apex/GoTalloConversationController.settlePlatformBlock';
import unblockConversation from '@salesforce/apex/GoTalloConversationController.unblockConversation';
import ConversationPanel from 'c/conversationPanel';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView, PlatformBlockRequest } from '#contract';
import { createComponent, find, flushPromises, get } from './dom';

/** The org, as far as the card sees it. */
export const org = {
    getConversation: jest.mocked(getConversation),
    blockConversation: jest.mocked(blockConversation),
    settlePlatformBlock: jest.mocked(settlePlatformBlock),
    unblockConversation: jest.mocked(unblockConversation)
};

export interface CardElement extends HTMLElement {
    recordId?: string;
    objectApiName?: string;
    settings: Settings;
}

interface ButtonElement extends HTMLElement {
    disabled: boolean;
    iconName: string | null;
    label: string;
    variant: string;
}

export const RECORD_ID = '00Q000000000001AAA';

/** Opens the card on a record page. @param view what the org answers first; leave out to keep what the test arranged */
export function openCard(view?: ConversationView, properties: Partial<CardElement> = {}): Promise<CardElement> {
    if (view) {
        org.getConversation.mockResolvedValueOnce(view);
    }
    return createComponent<CardElement>('c-conversation-panel', ConversationPanel, {
        recordId: RECORD_ID,
        objectApiName: 'Lead',
        ...properties
    });
}

/** What the admin chose: a field for the conversation id. */
export function withField(conversationIdField: string | null): Settings {
    return { ...DEFAULT_SETTINGS, conversationIdField };
}

/** The Block or Unblock button; null when there is none. */
export function actionOf(card: CardElement): ButtonElement | null {
    return find<ButtonElement>(card, 'lightning-button');
}

/** A button under the question what the channel shows; null when it is not asked. */
export function answerOf(card: CardElement, status: PlatformBlockRequest['status']): ButtonElement | null {
    const details = 'c-conversation-block-details';
    return find<ButtonElement>(card, details, 'c-conversation-platform-block', `[data-status="${status}"]`);
}

export function retryOf(card: CardElement): ButtonElement {
    return get<ButtonElement>(card, 'c-conversation-error-panel', 'lightning-button');
}

export function liveRegionOf(card: CardElement): string {
    return get(card, '[aria-live="polite"]').textContent ?? '';
}

/** Clicks and lets the consequences happen. */
export async function click(element: HTMLElement | null): Promise<void> {
    element?.click();
    await flushPromises();
}

/** The block dialog; null when it is not open. */
export function dialogOf(): HTMLElement | null {
    return document.body.querySelector('c-dialog');
}

/** Answers the open dialog through its fields and its Block button. */
export async function decide(reason: string, note = ''): Promise<void> {
    const dialog = dialogOf() as HTMLElement;
    get(dialog, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: reason } }));
    get(dialog, 'lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: note } }));
    await click(get(dialog, '.confirm'));
}

/** Opens the dialog from the card and answers it. */
export async function block(card: CardElement, reason = 'Spam', note = ''): Promise<void> {
    await click(actionOf(card));
    await decide(reason, note);
}

/** Closes the open dialog with Cancel. */
export async function cancel(): Promise<void> {
    await click(get(dialogOf() as HTMLElement, 'lightning-modal-footer lightning-button'));
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
