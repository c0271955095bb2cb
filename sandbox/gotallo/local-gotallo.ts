import type { ConversationState } from '#contract';
import { nameOf, type ChatMessage, type Conversation } from './conversation.ts';
import { FaultSwitch } from './fault-switch.ts';
import { newMessage } from './new-message.ts';
import { canBlock, isOutsideWindow, notDelivered, outsideWindow } from './channel.ts';
import { Refusal } from './refusal.ts';
import { STATES } from './states.ts';

/** Brings one message to Salesforce. */
export type PushMessage = (conversation: Conversation, message: ChatMessage) => Promise<void>;

/** Tells others of one message, as a webhook does; nobody waits for it. */
export type NotifyMessage = (conversation: Conversation, message: ChatMessage) => void;

/** A call of the API, as the local GoTallo saw it. */
export interface ApiCall {
    method: string;
    path: string;
    body: unknown;
}

const BOT = 'Assistant (bot)';

/** The conversations of one tenant, with the documented behavior of each state. */
export class LocalGoTallo {
    readonly faults = new FaultSwitch();
    /** Whether GoTallo support has excluded BLOCKED from pushing for this org; a fresh org has not. */
    blockedExcluded = true;
    calls: ApiCall[] = [];
    /** Grows with every change. */
    revision = 0;
    private readonly conversations = new Map<string, Conversation>();
    private readonly push: PushMessage;
    private readonly notify: NotifyMessage;
    private readonly now: () => number;

    /** @param now what time it is, in milliseconds since 1970 */
    constructor(push: PushMessage, notify: NotifyMessage = () => undefined, now: () => number = Date.now) {
        this.push = push;
        this.notify = notify;
        this.now = now;
    }

    reset(): void {
        this.faults.clear();
        this.blockedExcluded = true;
        this.conversations.clear();
    }

    add(conversation: Conversation): void {
        this.conversations.set(conversation.id, conversation);
    }

    /** @throws Refusal 404 */
    conversation(id: string): Conversation {
        const found = this.conversations.get(id.toLowerCase());
        if (!found) throw new Refusal(404, 'Not found.');
        return found;
    }

    /**
     * `change_state`: sets the state absolutely.
     * @throws Refusal 404; 400 for an expired conversation, which cannot be used anymore
     */
    changeState(id: string, state: ConversationState): Conversation {
        const conversation = this.conversation(id);
        if (STATES[conversation.state].isFinal && state !== conversation.state) {
            throw new Refusal(400, 'The conversation is expired and cannot be used anymore.');
        }
        conversation.state = state;
        this.revision += 1;
        return conversation;
    }

    /**
     * Block User, a toggle: it blocks who is not blocked on the channel, and unblocks who is. The state stays.
     * @throws Refusal 404; 400 where the channel cannot block, or says no
     */
    blockUser(id: string): Conversation {
        const conversation = this.conversation(id);
        if (!conversation.isNativeBlocked && isOutsideWindow(conversation, this.now()))
            throw outsideWindow(conversation);
        return this.setOnChannel(id, !conversation.isNativeBlocked);
    }

    /**
     * Somebody sets the block on the channel itself, as in Meta Business Suite; GoTallo is not told.
     * @throws Refusal 404; 400 where the channel cannot block
     */
    setOnChannel(id: string, isBlocked: boolean): Conversation {
        const conversation = this.conversation(id);
        if (!canBlock(conversation)) throw new Refusal(400, 'This channel cannot block people.');
        conversation.isNativeBlocked = isBlocked;
        this.revision += 1;
        return conversation;
    }

    /**
     * The customer writes: CLOSED opens again, the bot answers in AUTO_BOT, and only what the state lets through
     * is pushed to Salesforce.
     * @returns null when the channel blocks the person: the message is lost, and nobody hears of it
     * @throws Refusal 404; 409 for an expired conversation
     */
    async customerWrites(id: string, text: string): Promise<ChatMessage | null> {
        const conversation = this.conversation(id);
        if (conversation.isNativeBlocked) return null;
        const { isFinal, afterMessage } = STATES[conversation.state];
        if (isFinal) throw new Refusal(409, 'This conversation cannot be used anymore.');
        conversation.state = afterMessage;
        const message = this.newMessage(nameOf(conversation.customer), text, false);
        await this.store(conversation, message);
        if (STATES[conversation.state].isAnsweredByBot)
            await this.store(conversation, this.newMessage(BOT, botReply(text), true));
        return message;
    }

    /** @throws Refusal 404; 409 in a state in which nobody can send by hand, and when the channel blocks the person */
    async agentWrites(id: string, agentName: string, text: string): Promise<ChatMessage> {
        const conversation = this.conversation(id);
        if (!STATES[conversation.state].isOpenToAgents) {
            throw new Refusal(409, `Nobody can write in a conversation that is ${conversation.state}.`);
        }
        if (conversation.isNativeBlocked) throw notDelivered();
        const message = this.newMessage(agentName, text, true);
        await this.store(conversation, message);
        return message;
    }

    /** Whether messages of a conversation in this state are pushed to Salesforce. */
    pushes(state: ConversationState): boolean {
        const { pushes } = STATES[state];
        return pushes === 'always' || (pushes === 'unless-excluded' && !this.blockedExcluded);
    }

    private newMessage(author: string, text: string, outbound: boolean): ChatMessage {
        return newMessage(author, text, outbound, new Date(this.now()));
    }

    private async store(conversation: Conversation, message: ChatMessage): Promise<void> {
        conversation.messages.push(message);
        this.revision += 1;
        this.notify(conversation, message);
        if (!this.pushes(conversation.state)) return;
        // A sync that fails leaves the message in the chat window only; GoTallo lists it as a failed sync.
        message.synced = await this.push(conversation, message).then(
            () => true,
            () => false
        );
        this.revision += 1;
    }
}

function botReply(text: string): string {
    return `Thank you for your message (“${text.slice(0, 40)}”). I am looking that up for you.`;
}
