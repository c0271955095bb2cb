import type { ConversationState } from '#contract';
import type { FaultKind } from '../gotallo/fault-switch.ts';
import type { ChatMessage } from '../gotallo/conversation.ts';
import type { OrgFault } from '../org/org-fault.ts';

/** A user one can be. */
export interface PageUser {
    id: string;
    name: string;
    username: string;
    role: string;
}

/** What the page knows when it loads: who is looking, and who one could be. */
export interface PageSession {
    user: PageUser;
    users: PageUser[];
}

/** One row of the list of records to open. */
export interface ListRow {
    recordId: string;
    object: string;
    objectLabel: string;
    name: string;
    channel: string;
    state: string;
    hint: string;
}

/** A field with its label, as the highlights panel and the details show it. */
export interface PageField {
    label: string;
    value: string;
}

/** A row of the related list of Heroku Messages. */
export interface HerokuMessageRow {
    id: string;
    createdDate: string;
    direction: 'Inbound' | 'Outbound';
    text: string;
    state: string;
}

/** The chat window's own view of the conversation, straight from GoTallo. */
export interface ChatData {
    conversationId: string;
    customerName: string;
    medium: string;
    state: ConversationState;
    /** The truth on the platform itself, which no org is told; null: this platform cannot block. */
    isPlatformBlocked: boolean | null;
    messages: ChatMessage[];
}

/** Everything the record page shows beside the component. */
export interface RecordPageData {
    recordId: string;
    object: string;
    objectLabel: string;
    name: string;
    /** The design attribute of the component as the admin set it; null: left empty. */
    conversationIdField: string | null;
    hint: string;
    highlights: PageField[];
    details: PageField[];
    herokuMessages: HerokuMessageRow[];
    chat: ChatData | null;
}

/** The switches of the sandbox. */
export interface Switches {
    gotallo: FaultKind;
    seconds: number;
    org: OrgFault;
    blockedExcluded: boolean;
}
