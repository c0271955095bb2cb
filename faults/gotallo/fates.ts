/**
 * What can become of a call that changes something: how it is answered, and when it takes effect. Whoever gets no clear
 * answer cannot tell whether it was `done` before, will be some time `late`r, or `never`.
 */
export const CHANGE_FATES = [
    'answered',
    /** Done at once, and answered within the time-out of the caller. */
    'slow',
    'silence: done',
    'silence: late',
    'silence: never',
    '5xx: done',
    '5xx: late',
    '5xx: never',
    /** The connection breaks. */
    'cut: done',
    'cut: late',
    'cut: never',
    /** 429 with Retry-After; nothing is done. */
    'too many',
    /** 400; nothing is done. */
    'refused'
] as const;

/** What can become of one Block User. */
export const BLOCK_USER_FATES = [
    ...CHANGE_FATES,
    /** WhatsApp's 131047: they did not write in the last 24 hours. Unblocking is not bound by that. */
    'window closed'
] as const;

/** What can become of a read. */
export const READ_FATES = ['answered', 'slow', 'cut', '5xx'] as const;

type ChangeFate = (typeof CHANGE_FATES)[number];
type BlockUserFate = (typeof BLOCK_USER_FATES)[number];
type ReadFate = (typeof READ_FATES)[number];
export type Fate = BlockUserFate | ReadFate;

/** The fates of the calls on one conversation, each kind in turn; afterwards all are answered. */
export interface Fates {
    changeState: ChangeFate[];
    blockUser: BlockUserFate[];
    read: ReadFate[];
    /** How much of its longest time each fault takes that takes time, in percent and in turn; all of it afterwards. */
    delays: number[];
}

/** How a call is answered, and when it takes effect. */
export function partsOf(fate: Fate): { answer: string; effect: 'done' | 'late' | 'never' } {
    const [answer = '', effect = 'done'] = fate.split(': ');
    return { answer, effect: effect as 'done' | 'late' | 'never' };
}

/** Whether whoever calls hears in time what became of it. */
export function isHarmless(fate: Fate): boolean {
    return fate === 'answered' || fate === 'slow';
}
