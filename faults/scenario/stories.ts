import type { History } from './scenario.ts';
import { ask, LOOK, pauseOf, RESOLVE, write, written } from './written.ts';

/** A history that broke a promise once. */
export interface Story {
    /** What must hold, as a sentence. */
    name: string;
    history: History;
}

/** Histories by hand, which wait for their last faults before all is calm, each of a mistake that the protocol once had. */
export const STORIES: readonly Story[] = [
    {
        name: 'a supervisor cannot speak while a Block User answered 5xx may still take effect',
        history: written({ steps: [ask('block'), RESOLVE, ask('unblock'), ask('block')], blockUser: ['5xx: late'] })
    },
    {
        name: 'a supervisor cannot speak while a Block User that was cut off may still take effect',
        history: written({ steps: [ask('block'), RESOLVE, ask('unblock'), ask('block')], blockUser: ['cut: late'] })
    },
    {
        name: 'a supervisor cannot speak while a Block User without an answer may still take effect',
        history: written({ steps: [ask('block'), RESOLVE, ask('unblock'), ask('block')], blockUser: ['silence: late'] })
    },
    {
        name: 'a message written just before a block and delivered just after it ends nothing',
        history: written({ aheadMs: 900, steps: [write(1), ask('block'), LOOK, LOOK] })
    },
    {
        name: 'a message written just before a timed block does not keep it from ending',
        history: written({ aheadMs: 900, steps: [write(1), ask('brief'), LOOK, LOOK] })
    },
    {
        name: 'a forged message that one person sees ends nobody’s block',
        history: written({ steps: [ask('block'), { do: 'forge', person: 0, proxy: 0, state: 'OPEN' }, LOOK] })
    },
    {
        name: 'a forged message that one agent sees does not keep a timed block from ending',
        history: written({ steps: [ask('brief'), { do: 'forge', person: 1, proxy: 0, state: 'CLOSED' }, LOOK] })
    },
    {
        name: 'a timed end ends no block that was set after it',
        history: written({ steps: [ask('brief'), pauseOf(850), ask('unblock'), ask('block'), pauseOf(1_500), LOOK] })
    },
    {
        name: 'a refused repetition of a confirmed unblock is tried again',
        history: written({
            steps: [ask('block'), ask('unblock'), pauseOf(3_000)],
            changeState: ['5xx: late', 'answered', 'answered', 'refused', 'refused']
        })
    },
    {
        name: 'a state is sent once more however long the operation after it took',
        history: written({
            isReadable: true,
            steps: [ask('block'), ask('unblock'), pauseOf(650), ask('block'), pauseOf(3_000)],
            changeState: ['answered', '5xx: late', 'answered'],
            blockUser: ['answered', 'answered', 'slow'],
            read: Array.from({ length: 20 }, () => 'slow')
        })
    },
    {
        name: 'a refused timed end leaves in doubt what it took the place of',
        history: written({
            steps: [ask('brief'), write(1), pauseOf(700), LOOK],
            changeState: ['silence: never', 'silence: late', 'refused', 'refused', 'refused']
        })
    },
    {
        name: 'the same command again on top of what must be sent once more is in doubt, and never given up',
        history: written({
            steps: [ask('block'), ask('unblock'), ask('unblock'), pauseOf(3_000)],
            changeState: ['5xx: late', 'answered', 'answered', 'silence: never', 'silence: never', 'refused', 'refused']
        })
    },
    {
        name: 'a channel that refuses to block is not asked again, and what was refused is not undone',
        history: written({
            steps: [ask('block'), ask('block'), LOOK, ask('unblock'), ask('block')],
            blockUser: ['window closed', 'answered']
        })
    },
    {
        name: 'a channel that is asked once more blocks, and no press after that unblocks there',
        history: written({
            steps: [ask('block'), ask('retry', 'retry'), LOOK, ask('retry'), LOOK, ask('unblock')],
            blockUser: ['window closed', 'answered']
        })
    },
    {
        name: 'a channel that was asked once more and gave no answer is not asked again',
        history: written({
            steps: [ask('block'), ask('retry'), ask('retry'), RESOLVE, ask('retry'), LOOK],
            blockUser: ['window closed', '5xx: late']
        })
    },
    {
        name: 'a Block User that a killed process began may still take effect',
        history: written({
            steps: [ask('block'), RESOLVE, ask('unblock')],
            blockUser: ['silence: late'],
            processFaults: [{ do: 'kill', proxy: 0, call: 2, phase: 'arrived', afterMs: 0, leasePercent: 0 }]
        })
    }
];
