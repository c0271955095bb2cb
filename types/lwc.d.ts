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
        reason: string;
        note: string | null;
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.settlePlatformBlock' {
    export default function settlePlatformBlock(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
        status: import('#contract').PlatformBlockRequest['status'];
    }): Promise<import('#contract').ConversationView>;
}

declare module '@salesforce/apex/GoTalloConversationController.unblockConversation' {
    export default function unblockConversation(parameters: {
        recordId: string;
        conversationIdField: string | null;
        conversationId: string;
    }): Promise<import('#contract').ConversationView>;
}
