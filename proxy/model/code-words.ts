import type { ConversationState, NativeBlockReason } from '#contract';
import type { Command, HistoryEntry, NativeBlockStatus, Operation } from '../src/conversations/knowledge/records.ts';
import type { Journal } from '../src/conversations/protocol/journal.ts';

/** All members of a union of the code: the compiler names what is missing or too many. */
function every<Word extends string>(words: Readonly<Record<Word, true>>): Word[] {
    return Object.keys(words) as Word[];
}

/** How far an operation has got. */
export const RECOVERY_POINTS = every<Operation['recoveryPoint']>({
    accepted: true,
    'native-call-started': true,
    'native-call-ended': true
});

/** How an operation that is a target stands; one that failed is none. */
export const OUTCOMES = every<Operation['outcome']>({ pending: true, unknown: true, confirmed: true });

/** How an operation may stand in the history. */
export const HISTORY_OUTCOMES = every<HistoryEntry['outcome']>({
    pending: true,
    confirmed: true,
    failed: true,
    unknown: true
});

/** What an agent asks for. */
export const COMMAND_KINDS = every<Command['kind']>({ block: true, unblock: true, state: true });

/** What the store says of the native block. */
export const NATIVE_STATUSES = every<NativeBlockStatus>({
    blocked: true,
    'not-blocked': true,
    refused: true,
    unconfirmed: true
});

/** Why it says so. */
export const NATIVE_REASONS: (NativeBlockReason | null)[] = [
    null,
    ...every<NativeBlockReason>({
        'window-closed': true,
        'list-full': true,
        'own-number': true,
        'too-many': true,
        'channel-trouble': true,
        'not-done': true,
        'not-accepted': true,
        'set-up': true,
        'not-reached': true,
        'no-answer': true,
        'not-clear': true,
        'wrote-since': true,
        'changed-elsewhere': true
    })
];

/** The states of a conversation that the model does not have, and why not. */
export const STATES_LEFT_OUT = {
    CLOSED: 'another state than OPEN and BLOCKED, as AUTO_BOT is',
    EXPIRED: 'nothing is accepted in it'
} as const satisfies Partial<Record<ConversationState, string>>;

/** The states that it has. */
export const STATES = every<Exclude<ConversationState, keyof typeof STATES_LEFT_OUT>>({
    OPEN: true,
    BLOCKED: true,
    AUTO_BOT: true
});

/** The methods of the journal: transactions of the model, or why they are none. */
export const JOURNAL_METHODS = {
    accept: 'in the model',
    startNativeCall: 'in the model',
    endNativeCall: 'in the model',
    complete: 'in the model',
    claimDue: 'in the model',
    claimDueEnds: 'in the model',
    recordFindings: 'in the model',
    read: 'writes nothing',
    progress: 'writes nothing',
    history: 'writes nothing',
    forget: 'deletes only conversations on which nobody here ever acted'
} as const satisfies Record<keyof Journal, string>;

/** A word of the code as the model spells it: `native-call-started` becomes `nativeCallStarted`. */
export function inModel(word: string): string {
    return word.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
