/// <reference types="@salesforce/lightning-types" />

/**
 * What the platform provides at run time and TypeScript cannot see.
 * Without a top-level import, so that every `declare module` here is ambient. Apex methods are declared one by one:
 * a wildcard would let a misspelt method or parameter compile.
 */

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/apex/GoTalloConversationController.getConversation' {
    export default function getConversation(parameters: {
        recordId: string;
        conversationIdField: string | null;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.blockConversation' {
    export default function blockConversation(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        reason: string | null;
        note: string | null;
        untilTime?: string | null;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.updateBlock' {
    export default function updateBlock(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        reason: string | null;
        note: string | null;
        untilTime: string | null;
        blockId: string;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.changeState' {
    export default function changeState(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        state: import('#contract').StateRequest['state'];
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.undo' {
    export default function undo(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        operationId: string;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.getHistory' {
    export default function getHistory(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        cursor: string | null;
    }): Promise<import('#contract').HistoryView>;
}

declare module '@salesforce/apex/GoTalloConversationController.resolveNativeBlock' {
    export default function resolveNativeBlock(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        status: import('#contract').NativeBlockRequest['status'];
        version: string | null;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.retryNativeBlock' {
    export default function retryNativeBlock(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloSetupController.getSetup' {
    export default function getSetup(): Promise<import('#contract').SetupView>;
}

declare module '@salesforce/apex/GoTalloConversationController.unblockConversation' {
    export default function unblockConversation(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        note: string | null;
    }): Promise<import('#contract').ConversationView>;
}
