import { LightningElement, api } from 'lwc';
import type { ChatData } from '../../../../page/page-data.ts';
import { attempt } from '../../../platform/attempt.ts';
import { sandboxApi } from '../../../platform/sandbox-api.ts';

/** Being the customer, and what the channel itself does. Tells with the event `result` what came of a press. */
export default class SandboxCustomer extends LightningElement {
    /** The conversation; null where there is none. */
    @api chat: ChatData | null = null;
    message = '';

    get isSilent(): boolean {
        return !this.chat;
    }

    /** Whether the channel can block, and so has a truth of its own to compare the card with. */
    get hasTruth(): boolean {
        return this.chat !== null && this.chat.isNativeBlocked !== null;
    }

    get truth(): string {
        if (!this.chat) return '';
        return `On ${this.chat.medium}: ${this.chat.isNativeBlocked ? 'blocked' : 'not blocked'}`;
    }

    get nativeBlockAction(): string {
        return this.chat?.isNativeBlocked ? 'Unblock there' : 'Block there';
    }

    handleMessage(event: Event): void {
        this.message = (event.target as HTMLInputElement).value;
    }

    async handleWrite(event: Event): Promise<void> {
        event.preventDefault();
        const { chat } = this;
        const text = this.message.trim();
        if (!chat || text === '') return;
        const isSent = await this.tell(async () => {
            const { message } = await sandboxApi.customerWrites(chat.conversationId, text);
            return message ? 'Sent as the customer.' : `Lost: ${chat.medium} blocks this person.`;
        });
        // What was typed meanwhile stays as well.
        if (isSent && this.message.trim() === text) this.message = '';
    }

    /** As somebody who works on the channel itself; GoTallo and the proxy are not told. */
    async handleNativeBlock(): Promise<void> {
        const { chat } = this;
        if (!chat) return;
        await this.tell(async () => {
            await sandboxApi.setOnChannel(chat.conversationId, !chat.isNativeBlocked);
            return `Changed on ${chat.medium} itself; nobody here is told.`;
        });
    }

    private async tell(act: () => Promise<string>): Promise<boolean> {
        const { isDone, words } = await attempt(act);
        this.dispatchEvent(new CustomEvent('result', { detail: words }));
        return isDone;
    }
}
