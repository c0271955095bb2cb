import type { Violation } from '../../invariants/violation.ts';
import type { History } from '../../scenario/scenario.ts';
import { ask, killAt, LOOK, lookAndSayAfter, pauseOf, RESOLVE, write, written } from '../../scenario/written.ts';
import type { Edit } from '../../stand/proxy-copy.ts';

/** A mistake that is planted into the proxy, and must be found. */
export interface Plant extends Edit {
    /** What the mistake is, in the rest of the sentence "find …". */
    name: string;
    /** What it breaks. */
    sentence: string;
    /** Edits that break nothing, and bring about the moment at which the mistake shows. */
    aids?: readonly Edit[];
    /** Invariants that do not hold then. */
    found: readonly Violation['invariant'][];
    /** Played over and over. */
    history: History;
}

const BEGIN = "if (!(await this.#journal.startNativeCall(operation))) throw new Failure('result-not-stored');";
const SENDING = 'changeState(id, command.state, sendUntil(operation, this.#timing))';

/**
 * One mistake for each sentence of the protocol that has a place in the source, and no story of the model that plays it
 * (`model-stories.ts`).
 */
export const PLANTS: readonly Plant[] = [
    {
        name: 'a Block User that is sent before the step is committed',
        sentence: 'Doubt comes first: begun is written down before the request leaves.',
        file: 'conversations/protocol/native-call.ts',
        replace: [BEGIN, ''],
        found: ['toggle', 'direction', 'status'],
        history: written({
            steps: [ask('block'), LOOK],
            blockUser: ['silence: done'],
            processFaults: [killAt(2, 'arrived')]
        })
    },
    {
        name: 'a native block that is not in doubt while its call is on its way',
        sentence: 'Doubt comes first: the native block is unconfirmed from the commit on.',
        file: 'store/native-call.ts',
        replace: [
            "{ status: 'unconfirmed', reason: 'no-answer', at: overAt }",
            "{ status: 'not-blocked', reason: null, at: overAt }"
        ],
        found: ['toggle', 'direction', 'status'],
        history: written({
            steps: [ask('block'), LOOK],
            blockUser: ['silence: done'],
            processFaults: [killAt(2, 'arrived')]
        })
    },
    {
        name: 'a supervisor who is believed about a channel that was another one when they looked',
        sentence: 'What a person saw counts only for the channel they looked at.',
        file: 'conversations/protocol/resolve-native-block.ts',
        replace: [
            "if (version != null && version !== nativeBlockVersion(record)) throw new Failure('native-block-changed');",
            ''
        ],
        found: ['status'],
        history: written({ steps: [ask('block'), lookAndSayAfter(1_500), ask('unblock'), pauseOf(2_000), LOOK] })
    },
    {
        name: 'a native block that is written without another version',
        sentence: 'Every write of the native block raises its version.',
        file: 'store/queries/conversation.ts',
        replace: ['conversation.native_version + 1', 'conversation.native_version'],
        found: ['status'],
        history: written({ steps: [ask('block'), lookAndSayAfter(1_500), ask('unblock'), pauseOf(2_000), LOOK] })
    },
    {
        name: 'a block that is set on the channel before the state',
        sentence: 'A block sets the state first.',
        file: 'conversations/protocol/operation-runner.ts',
        replace: [
            `const confirmation = await this.#goTallo.${SENDING};`,
            `if (setsNativeBlock) await this.#nativeCall.take(operation, 'blocked');
        const confirmation = await this.#goTallo.${SENDING};`
        ],
        found: ['order'],
        history: written({ isReadable: true, steps: [ask('block'), LOOK] })
    },
    {
        name: 'operations that nobody takes up',
        sentence: 'Recovery takes up every operation that nobody holds.',
        file: 'conversations/protocol/recovery.ts',
        replace: ['await parts.journal.claimDue(BATCH)', 'await Promise.resolve([])'],
        found: ['rest'],
        history: written({
            steps: [ask('block'), LOOK],
            changeState: ['cut: never', 'cut: never', 'cut: never', 'cut: never']
        })
    },
    {
        name: 'a target that is not sent once more when something may have come late',
        sentence: 'What was sent may come late: the target is sent once more when the time is over.',
        file: 'store/complete-operation.ts',
        replace: ['...(mayBeUndone ? sendOnceMore() : AT_REST)', '...AT_REST'],
        found: ['state', 'lastCommand'],
        history: written({
            steps: [ask('block'), ask('unblock'), pauseOf(1_500), LOOK],
            changeState: ['5xx: late']
        })
    },
    {
        name: 'a read that counts right after a lost request',
        sentence: 'A read right after a lost request proves only what was asked for.',
        file: 'conversations/protocol/native-call.ts',
        replace: ['new Date(told.at.getTime() + inFlightMs)', 'told.at'],
        found: ['status'],
        history: written({ isReadable: true, steps: [ask('block'), LOOK, LOOK, LOOK], blockUser: ['silence: late'] })
    },
    {
        name: 'a timed end that is dropped when it was refused once',
        sentence: 'A timed block ends: an end that fails stays due.',
        file: 'store/queries/due-ends.ts',
        replace: [
            "eb.or([eb('end_again_at', 'is', null), eb('end_again_at', '<=', now)])",
            "eb('end_again_at', 'is', null)"
        ],
        found: ['rest'],
        history: written({
            steps: [ask('brief'), pauseOf(2_500)],
            changeState: ['answered', 'refused', 'refused', 'refused'],
            // Else the channel's block is lifted first, and the refusal is of half a command.
            blockUser: ['window closed']
        })
    },
    {
        name: 'an old end that is passed on to whoever blocks anew',
        sentence: 'Whoever blocks after the end blocks anew.',
        file: 'conversations/rules/judge-command.ts',
        replace: [
            "endsOpenBlock: isEndedElsewhere ? 'elsewhere' : anew",
            "endsOpenBlock: isEndedElsewhere ? 'elsewhere' : null"
        ],
        found: ['timer', 'rest'],
        history: written({
            steps: [ask('brief'), pauseOf(2_200), ask('block'), pauseOf(4_000)],
            changeState: ['answered', 'refused']
        })
    },
    {
        name: 'an undo that leads to OPEN whatever was there before',
        sentence: 'Undo leads back to what was there before.',
        file: 'conversations/rules/judge-undo.ts',
        replace: [
            "kind: kind === 'block' ? 'unblock' : 'block', state,",
            "kind: kind === 'block' ? 'unblock' : 'block', state: kind === 'block' ? 'OPEN' : state,"
        ],
        found: ['undo'],
        // What was there about the time of the block is not wrong, and that includes a second after it.
        history: written({ start: 'AUTO_BOT', steps: [ask('block'), pauseOf(1_500), ask('undo'), LOOK] })
    },
    {
        name: 'a Block User answered 5xx that is taken for over at once',
        sentence: 'What was sent may take effect late, after silence, a 5xx or a broken connection alike.',
        file: 'conversations/knowledge/known-native-block.ts',
        replace: ["(reason === 'no-answer' || reason === 'not-clear')", "reason === 'no-answer'"],
        found: ['status'],
        history: written({ steps: [ask('block'), RESOLVE, LOOK], blockUser: ['5xx: late'] })
    },
    {
        name: 'a refusal that ends the sending of the target',
        sentence: 'The target is sent until GoTallo confirms it. A refusal never ends it.',
        file: 'conversations/protocol/operation-runner.ts',
        replace: [
            'againMs: this.#waitAfter(operation.tries)',
            'againMs: isClear ? 3_600_000 : this.#waitAfter(operation.tries)'
        ],
        found: ['rest', 'lastCommand'],
        history: written({
            steps: [ask('block'), LOOK],
            changeState: ['cut: never', 'cut: never', 'cut: never', 'refused', 'refused', 'refused']
        })
    },
    {
        name: 'a refused command whose target stays',
        sentence: 'A clear refusal of a new command changes nothing.',
        file: 'store/complete-operation.ts',
        replace: ['if (unfinished === null) return', 'if (unfinished !== undefined) return'],
        found: ['rest', 'lastCommand', 'state', 'journal'],
        history: written({
            steps: [ask('block'), ask('unblock'), LOOK],
            changeState: ['cut: done', 'cut: never', 'cut: never', 'refused']
        })
    },
    {
        name: 'a state that is claimed while something in flight may undo it',
        sentence: 'A command accepted in that time stays in doubt, also when GoTallo confirms it.',
        file: 'store/complete-operation.ts',
        replace: ['in_doubt: true,', 'in_doubt: false,'],
        found: ['state'],
        history: written({
            steps: [ask('block'), ask('unblock'), pauseOf(500), LOOK, pauseOf(500), LOOK, pauseOf(300), LOOK],
            changeState: ['5xx: late']
        })
    },
    {
        name: 'a message from before a block that ends it',
        sentence: 'What was seen closes a block only when it is clearly later.',
        file: 'conversations/knowledge/known-state.ts',
        replace: ['CLOCKS_DIFFER_MS = 10_000', 'CLOCKS_DIFFER_MS = 0'],
        found: ['state', 'eyes', 'timer'],
        history: written({ aheadMs: 900, steps: [write(1), ask('block'), LOOK, LOOK] })
    },
    {
        name: 'a Heroku Message of one agent that ends the block of all',
        sentence: 'What one agent sees changes nothing for others.',
        file: 'conversations/knowledge/findings.ts',
        replace: ['const snapshot = { record, read, message: null };', 'const snapshot = { record, read, message };'],
        aids: [
            {
                file: 'conversations/knowledge/findings.ts',
                replace: ["{ record, read }: Omit<Snapshot, 'message'>", '{ record, read, message }: Snapshot']
            },
            { file: 'conversations/knowledge/snapshot-reader.ts', replace: ['snapshot.read === null || ', ''] },
            {
                file: 'conversations/knowledge/snapshot-reader.ts',
                replace: ['if (snapshot.read === null) return snapshot;', '']
            },
            // No message is later than its arrival, and no history lasts long enough for one that is clearly later.
            {
                file: 'conversations/knowledge/known-state.ts',
                replace: ['CLOCKS_DIFFER_MS = 10_000', 'CLOCKS_DIFFER_MS = 0']
            }
        ],
        found: ['eyes', 'state', 'timer'],
        history: written({ steps: [ask('block'), { do: 'forge', person: 0, proxy: 0, state: 'OPEN' }, LOOK] })
    }
];
