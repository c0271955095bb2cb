import type { ConversationState } from '#contract';
import type { PlatformEvent } from '../org/event-bus.ts';
import type { FaultKind } from '../gotallo/fault-switch.ts';
import type { ChatMessage } from '../gotallo/conversation.ts';
import type { OrgFault } from '../org/org-fault.ts';
import type { Language } from './languages.ts';

/** A user one can be. */
export interface PageUser {
    id: string;
    name: string;
    username: string;
    role: string;
}

/** How words, dates and the page itself are written. */
interface PageLocale {
    /** As Salesforce names it, such as `pt_BR`. */
    language: string;
    /** BCP 47, such as `pt-BR`. */
    locale: string;
    dir: 'ltr' | 'rtl';
}

/** What the page knows when it loads: who is looking and how, and who one could be. */
export interface PageSession {
    user: PageUser;
    userPermissions: readonly string[];
    users: PageUser[];
    locale: PageLocale;
    languages: readonly Language[];
    formFactor: 'Large' | 'Small';
    /** One of several panes in a window: nothing but the record. */
    isPane: boolean;
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
    isNativeBlocked: boolean | null;
    messages: ChatMessage[];
}

/** Everything the record page shows beside the component. */
export interface RecordPageData {
    recordId: string;
    object: string;
    objectLabel: string;
    name: string;
    /** The design properties of the component as the admin set them. */
    designValues: DesignValues;
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
    /** Whether pages get platform events. */
    platformEvents: boolean;
}

/** What pages ask for now and then. */
export interface Pulse {
    /** Another number than before: something has changed. */
    revision: number;
    /** By how many milliseconds time in the sandbox is ahead. */
    timeAhead: number;
}

/** Platform events after a replay id. */
export interface EventsSince {
    /** The newest event's replay id. */
    last: number;
    events: PlatformEvent[];
}

export type DesignValue = string | boolean;
export type DesignValues = Readonly<Record<string, DesignValue>>;

/** A property that an admin can set. */
export interface DesignProperty {
    name: string;
    label: string;
    description: string;
    isBoolean: boolean;
    /** On a flow screen: what the flow gets from the component. */
    isOutput: boolean;
    initial: DesignValue;
    /** What can be chosen; null: any text. */
    options: string[] | null;
}

/** The exposed component on one page. */
export interface ComponentSettings {
    properties: DesignProperty[];
    values: DesignValues;
}
