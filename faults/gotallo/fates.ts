/** What can become of a call that changes something. */
export const CHANGE_FATES = [
    'answered',
    /** Takes its time, within the time-out of the caller. */
    'slow',
    /** The connection breaks before anything is done. */
    'request lost',
    /** Done, and the connection breaks before the answer. */
    'answer lost',
    /** Done at once, and answered when the caller has given up. */
    'answered late',
    /** Done when the caller has given up. */
    'applied late',
    '500 before',
    '500 after',
    /** 429 with Retry-After; nothing is done. */
    'too many'
] as const;

/** What can become of one Block User. */
export const BLOCK_USER_FATES = [
    ...CHANGE_FATES,
    /** WhatsApp's 131047: they did not write in the last 24 hours. Unblocking is not bound by that. */
    'window closed'
] as const;

/** What can become of a read. */
export const READ_FATES = ['answered', 'answer lost', '500 before'] as const;

export type ChangeFate = (typeof CHANGE_FATES)[number];
export type BlockUserFate = (typeof BLOCK_USER_FATES)[number];
export type ReadFate = (typeof READ_FATES)[number];

/** The fates of the calls on one conversation, each kind in turn; afterwards all are answered. */
export interface Fates {
    changeState: ChangeFate[];
    blockUser: BlockUserFate[];
    read: ReadFate[];
}
