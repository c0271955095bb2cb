import { LightningElement, api } from 'lwc';
import type { ChatData } from '../../../../page/page-data.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';
import { session } from '../../../platform/session.ts';

/** Whether agents can write by hand in a state, and what they should know of it. */
const STATES: Readonly<Record<ChatData['state'], { canWrite: boolean; notice?: string }>> = {
    OPEN: { canWrite: true },
    EXPIRED: { canWrite: false, notice: 'This conversation is expired and cannot be used anymore.' },
    AUTO_BOT: { canWrite: false, notice: 'The bot is answering. Nobody can write by hand.' },
    CLOSED: { canWrite: true, notice: 'This conversation is closed. It opens again when the customer writes.' },
    BLOCKED: {
        canWrite: false,
        notice: 'This conversation is blocked. Agents cannot write here until it is unblocked.'
    }
};

/** Stands for GoTallo's own chat window: every message of the conversation, synced to Salesforce or not. */
export default class ChatWindow extends LightningElement {
    @api chat: ChatData | null = null;
    trouble = '';

    private shownMessages = 0;

    override renderedCallback(): void {
        const count = this.chat?.messages.length ?? 0;
        if (count === this.shownMessages) return;
        this.shownMessages = count;
        const transcript = this.refs?.['transcript'];
        transcript?.scrollTo({ top: transcript.scrollHeight });
    }

    get isWithout(): boolean {
        return this.chat === null;
    }

    get notice(): string | undefined {
        return this.chat ? STATES[this.chat.state].notice : undefined;
    }

    get noticeClass(): string {
        return this.chat?.state === 'BLOCKED' ? 'notice notice_blocked' : 'notice';
    }

    get cannotWrite(): boolean {
        return this.chat === null || !STATES[this.chat.state].canWrite;
    }

    get messages(): object[] {
        return (this.chat?.messages ?? []).map((message) => {
            const side = message.outbound ? 'outbound' : 'inbound';
            return {
                ...message,
                itemClass: `slds-chat-listitem slds-chat-listitem_${side}`,
                textClass: `slds-chat-message__text slds-chat-message__text_${side}`,
                side,
                notSynced: !message.synced
            };
        });
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        void this.handleSend();
    }

    async handleSend(): Promise<void> {
        const composer = this.refs?.['composer'] as HTMLTextAreaElement;
        const text = composer.value.trim();
        if (!this.chat || this.cannotWrite || text === '') return;
        try {
            this.trouble = '';
            await sandboxApi.agentWrites(this.chat.conversationId, text, session.user.name);
            composer.value = '';
        } catch (error) {
            this.trouble = error instanceof Error ? error.message : String(error);
        }
    }
}
