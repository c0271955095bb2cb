import { LightningElement, api, wire } from 'lwc';
import { FlowAttributeChangeEvent } from 'lightning/flowSupport';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import type { ConversationState, ConversationView } from '#contract';
import { shownState } from 'c/conversationLabels';
import { readSettings } from 'c/conversationSettings';
import { onMessage } from 'c/conversationUpdates';
import type { ConversationMessage } from 'c/conversationUpdates';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import * as i18n from './labels';

/**
 * The card as admins place it: finds the record, reads the design properties, and leaves the rest to the panel. On a
 * record page and a Flow screen it is given the record; in the utility bar it follows the page; elsewhere it shows the
 * record that is named on the message channel.
 */
export default class ConversationBlock extends LightningElement {
    /** Record whose conversation is shown; a record page or a flow sets it. */
    @api recordId?: string | null;
    /** Field that holds the conversation id, or a path to it. The other settings: `RawSettings`. */
    @api conversationIdField?: string | null;
    @api reasons?: string | null;
    @api durations?: string | null;
    @api presetDuration?: string | null;
    @api requireReason?: boolean | null;
    @api noteReasons?: string | null;
    @api askBeforeBlock?: boolean | null;
    @api density?: string | null;
    @api showHistory?: boolean | null;
    @api hideWithoutConversation?: boolean | null;

    /** For a flow: the conversation that is shown. */
    @api
    get conversationId(): string | null {
        return this.shownConversation;
    }

    /** For a flow: the state it is in; null when that is not known. */
    @api
    get state(): ConversationState | null {
        return this.shownState;
    }

    readonly line = i18n.line;
    readonly adminLine = isAdmin && i18n.adminLine;

    private pageRecordId: string | undefined;
    private toldRecordId: string | undefined;
    private followsPage = false;
    private shownConversation: string | null = null;
    private shownState: ConversationState | null = null;
    private messages: { stop(): void } | undefined;

    @wire(CurrentPageReference)
    handlePage(page: PageReference | null): void {
        this.pageRecordId = page?.type === 'standard__recordPage' ? page.attributes['recordId'] : undefined;
        this.followsPage ||= this.pageRecordId !== undefined;
    }

    override connectedCallback(): void {
        this.messages = onMessage((message) => this.handleMessage(message));
    }

    override disconnectedCallback(): void {
        this.messages?.stop();
    }

    override renderedCallback(): void {
        if (!this.shownRecordId) {
            this.show(null);
        }
    }

    get shownRecordId(): string | undefined {
        return this.recordId || this.pageRecordId || (this.followsPage ? undefined : this.toldRecordId);
    }

    get read(): ReturnType<typeof readSettings> {
        return readSettings(this);
    }

    get isEmptyShown(): boolean {
        return !this.hideWithoutConversation;
    }

    handleView({ detail }: CustomEvent<ConversationView | null>): void {
        this.show(detail);
    }

    private show(view: ConversationView | null): void {
        const id = view && view.id;
        const state = view && shownState(view);
        if (id !== this.shownConversation) {
            this.shownConversation = id;
            this.dispatchEvent(new FlowAttributeChangeEvent('conversationId', id));
        }
        if (state !== this.shownState) {
            this.shownState = state;
            this.dispatchEvent(new FlowAttributeChangeEvent('state', state));
        }
    }

    /** A record without a conversation is named to be shown; any other is only of interest as long as there is none. */
    private handleMessage({ recordId, conversationId }: ConversationMessage): void {
        if (recordId && (!conversationId || !this.toldRecordId)) {
            this.toldRecordId = recordId;
        }
    }
}
