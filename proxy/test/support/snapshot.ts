import type { Snapshot } from '../../src/conversations/knowledge/known-state.ts';
import {
    NOTHING_STORED,
    type ConversationRecord,
    type OpenBlock,
    type NativeBlock,
    type NativeBlockStatus,
    type Unfinished
} from '../../src/conversations/knowledge/records.ts';
import type { Agent, MessageObservation, ReadObservation } from '../../src/conversations/ports.ts';

/** A minute of one fixed day. */
export function at(minute: number): Date {
    return new Date(Date.UTC(2026, 10, 22, 9, minute));
}

export const ANA: Agent = {
    id: '005000000000001AAA',
    name: 'Ana Silva',
    permissions: { block: true, manage: false }
};

export const SUPERVISOR: Agent = {
    id: '005000000000006AAA',
    name: 'Sue Pervisor',
    permissions: { block: true, manage: true }
};

export const ROBIN: Agent = {
    id: '005000000000002AAA',
    name: 'Robin Vos',
    permissions: { block: false, manage: false }
};

export function message(overrides: Partial<MessageObservation> = {}): MessageObservation {
    return {
        state: 'OPEN',
        at: at(10),
        medium: 'whatsapp',
        customerName: 'Maria Lopez',
        lastInboundAt: at(10),
        ...overrides
    };
}

export function openBlock({
    until = null,
    ...overrides
}: Partial<OpenBlock> & { until?: Date | null } = {}): OpenBlock {
    return {
        id: '7d8f0f1e-0000-4000-8000-000000000001',
        by: { id: ANA.id, name: ANA.name },
        terms: { reason: 'Spam', note: 'crypto links', until },
        changed: null,
        since: at(20),
        confirmed: true,
        ...overrides
    };
}

export function nativeBlock(status: NativeBlockStatus, minute = 25, reason: NativeBlock['reason'] = null): NativeBlock {
    return { status, reason, at: at(minute) };
}

export function unfinished(overrides: Partial<Unfinished> = {}): Unfinished {
    return {
        id: '7d8f0f1e-0000-4000-8000-000000000002',
        command: { kind: 'block', state: 'BLOCKED', terms: { reason: null, note: null } },
        outcome: 'pending',
        isLeased: true,
        isInDoubt: true,
        ...overrides
    };
}

export function record(known: Partial<ConversationRecord> = {}): ConversationRecord {
    return { ...NOTHING_STORED, ...known };
}

export function snapshot(
    known: Partial<ConversationRecord> = {},
    observation: MessageObservation | null = null,
    read: ReadObservation | null = null
): Snapshot {
    return { record: record(known), message: observation, read };
}
