/** What must hold, by its name in the model. */
export const PROPERTIES = {
    neverTheOpposite: 'every Block User leads to what it was sent for, so a block never turns into an unblock',
    sentFromTheOpposite: 'Block User is sent only when the store says the opposite',
    sentByTheOwner: 'Block User is sent only under a lease that has not run out',
    sentAlone: 'Block User is never sent while another one is in flight',
    sentForAReason: 'Block User is sent only when the channel is not so already',
    blockedIsTrue: 'a channel that is said to block does',
    notBlockedIsTrue: 'a channel that is said not to block does not',
    nativeClaimStays: 'what is said of the channel is said only with no Block User in flight',
    stateIsTrue: 'a state that GoTallo confirmed and that is not in doubt holds',
    endsItsOwnBlock: 'a timed end ends only its own block',
    endsInTime: 'a timed end ends only a block whose time is over',
    othersDidNothing: 'what others did is found only where others did something, so here never',
    nothingHangs: 'once nothing moves, no operation is left over',
    timedBlocksEnd: 'once nothing moves, no block is left whose time is over',
    lastCommandHolds: 'once nothing moves, the state is that of the last command that was not refused',
    blocksHaveRows: 'once nothing moves, what is blocked has a confirmed block, and nothing else has',
    comesTrue: 'once faults have stopped, the last command comes true'
} as const;

export type Property = keyof typeof PROPERTIES;
