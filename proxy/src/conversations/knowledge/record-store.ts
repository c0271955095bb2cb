import type { Findings } from './findings.ts';
import type { ConversationRecord } from './records.ts';

/** A message as a webhook names it; the same one is taken once. */
export interface MessageKey {
    id: string;
    modifiedAt: Date;
}

/** Where the records of one tenant's conversations are kept. */
export interface RecordStore {
    /** @throws Failure `store-unavailable` */
    read(conversationId: string): Promise<ConversationRecord>;

    /**
     * Writes down what `find` makes of what is stored at that moment, which nobody changes until the commit.
     * @param once the message that told; when it was taken before, nothing happens
     * @returns what is stored now
     * @throws Failure `store-unavailable`
     */
    recordFindings(
        conversationId: string,
        find: (record: ConversationRecord) => Findings | null,
        once?: MessageKey
    ): Promise<ConversationRecord>;
}
