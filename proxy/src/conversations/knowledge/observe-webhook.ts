import type { WebhookObservation } from '../ports.ts';
import { findingsOfMessage } from './findings.ts';
import type { RecordStore } from './record-store.ts';
import type { SnapshotReader } from './snapshot-reader.ts';

/** What observing needs. */
export interface ObserverParts {
    records: RecordStore;
    snapshots: SnapshotReader;
}

/**
 * A webhook told of a message; the same one again changes nothing.
 * @throws Failure `store-unavailable`; then it was not taken
 */
export async function observeWebhook(
    { records, snapshots }: ObserverParts,
    message: WebhookObservation
): Promise<void> {
    const { conversationId, id, toldModifiedAt: modifiedAt } = message;
    snapshots.heardWebhook(conversationId);
    await records.recordFindings(
        conversationId,
        (record) => {
            const contact = { ...record.contact, channel: message.channel ?? record.contact.channel };
            const snapshot = { record: { ...record, contact }, message: null, read: null };
            return findingsOfMessage(record, message, snapshots.isNative(snapshot));
        },
        { id, modifiedAt }
    );
}
