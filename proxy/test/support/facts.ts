import type { Facts } from '../../src/conversations/known-state.ts';
import type { Agent, MessageEvidence } from '../../src/conversations/ports.ts';
import type { ConversationRecord, OpenBlock } from '../../src/conversations/records.ts';

/** A minute of one fixed day. */
export function at(minute: number): Date {
    return new Date(Date.UTC(2026, 10, 22, 9, minute));
}

export const ANA: Agent = {
    id: '005000000000001AAA',
    name: 'Ana Silva',
    permissions: { block: true, manage: false }
};

export const ROBIN: Agent = {
    id: '005000000000002AAA',
    name: 'Robin Vos',
    permissions: { block: false, manage: false }
};

export function message(overrides: Partial<MessageEvidence> = {}): MessageEvidence {
    return {
        state: 'OPEN',
        at: at(10),
        medium: 'whatsapp',
        customerName: 'Maria Lopez',
        ...overrides
    };
}

export function openBlock(overrides: Partial<OpenBlock> = {}): OpenBlock {
    return {
        id: '7d8f0f1e-0000-4000-8000-000000000001',
        by: { id: ANA.id, name: ANA.name },
        reason: 'Spam',
        note: 'crypto links',
        since: at(20),
        confirmed: true,
        ...overrides
    };
}

export function facts(record: Partial<ConversationRecord> = {}, evidence: MessageEvidence | null = null): Facts {
    return { record: { confirmedState: null, doubt: null, openBlock: null, ...record }, message: evidence };
}
