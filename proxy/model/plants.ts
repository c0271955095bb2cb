import type { Bounds } from './configurations.ts';
import type { Property } from './properties.ts';

/** A mistake that is planted into the model by a switch (`plants.pml`), and must be found. */
export interface Plant {
    /** The switch. */
    name: string;
    /** What the mistake is. */
    mistake: string;
    /** The property that it breaks. */
    breaks: Property;
    bounds: Bounds;
    /** The last command never comes true, rather than that something goes wrong; not when left out. */
    looksFor?: 'never';
    /** The code is like this now: what is planted is what the model found (`docs/model.md`). */
    isInCode?: boolean;
}

/** One at least for every property. */
export const PLANTS: readonly Plant[] = [
    {
        name: 'TOGGLE_REPEATED',
        mistake: 'Block User is sent again when it got no clear answer.',
        breaks: 'neverTheOpposite',
        bounds: { COMMANDS: 1, FAULTS: 1 }
    },
    {
        name: 'RESOLVED_IN_FLIGHT',
        mistake: 'A supervisor may speak while Block User may still take effect.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 1, LOOKS: 1 }
    },
    {
        name: 'NATIVE_NOT_FENCED',
        mistake: 'After a pause, Block User is sent without another look at the lease.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 0, PAUSES: 1, LOOKS: 1 }
    },
    {
        name: 'STATE_NOT_FENCED',
        mistake: 'After a pause, the state is sent without another look at the lease.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 0, PAUSES: 1 }
    },
    {
        name: 'SENT_UNTIL_LEASE_ENDS',
        mistake:
            'The lease is no longer than what is sent under it takes: it is sent until the lease ends, not in half of it.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 1, PAUSES: 1 }
    },
    {
        name: 'OWNER_NOT_ASKED',
        mistake: 'Whoever lost the lease writes down all the same how its try went.',
        breaks: 'stateIsTrue',
        bounds: { COMMANDS: 2, FAULTS: 0, PAUSES: 1 }
    },
    {
        name: 'TIMED_END_OF_ANOTHER',
        mistake: 'A timed end ends whatever block is open.',
        breaks: 'endsItsOwnBlock',
        bounds: { COMMANDS: 2, FAULTS: 0, WITH_BRIEF: 1 }
    },
    {
        name: 'NO_VERSION',
        mistake: 'What a supervisor says counts whatever happened since she looked, as with an older client.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 0, LOOKS: 1 }
    },
    {
        name: 'NOT_UNCONFIRMED',
        mistake: 'The native block is not in doubt while Block User is on its way.',
        breaks: 'sentForAReason',
        bounds: { COMMANDS: 2, FAULTS: 0, CRASHES: 1 }
    },
    {
        name: 'TOGGLE_REPEATED',
        mistake: 'Block User is sent again while the first one may still take effect.',
        breaks: 'sentAlone',
        bounds: { COMMANDS: 1, FAULTS: 1 }
    },
    {
        name: 'NOT_UNCONFIRMED',
        mistake: 'The native block is called known while Block User is on its way.',
        breaks: 'nativeClaimStays',
        bounds: { COMMANDS: 1, FAULTS: 0 }
    },
    {
        name: 'STATUS_NOT_ASKED',
        mistake: 'Block User is sent whatever is known of the native block.',
        breaks: 'sentFromTheOpposite',
        bounds: { COMMANDS: 2, FAULTS: 1 }
    },
    {
        name: 'NATIVE_NOT_FENCED',
        mistake: 'After a pause, Block User is sent for a conversation that is free to others.',
        breaks: 'sentByTheOwner',
        bounds: { COMMANDS: 1, FAULTS: 0, PAUSES: 1 }
    },
    {
        name: 'NO_VERSION',
        mistake: 'What a supervisor saw before an unblock is believed after it.',
        breaks: 'blockedIsTrue',
        bounds: { COMMANDS: 2, FAULTS: 0, LOOKS: 1 }
    },
    {
        name: 'VERSION_REFRESHED',
        mistake: 'A card that is open sends the version of a view that it loaded after she had looked.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 0, LOOKS: 1 }
    },
    {
        name: 'NOT_IN_DOUBT',
        mistake: 'A confirmed state is claimed while something in flight may undo it.',
        breaks: 'stateIsTrue',
        bounds: { COMMANDS: 2, FAULTS: 1 }
    },
    {
        name: 'NOT_SENT_ONCE_MORE',
        mistake: 'A confirmed state is not sent once more after something that was in flight.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 1 }
    },
    {
        name: 'REFUSAL_FORGETS',
        mistake: 'A command that was refused takes with it the one before, which had no answer.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 2 }
    },
    {
        name: 'NOBODY_RECOVERS',
        mistake: 'What a process left when it died is taken up by nobody.',
        breaks: 'nothingHangs',
        bounds: { COMMANDS: 1, FAULTS: 0, CRASHES: 1 }
    },
    {
        name: 'RECOVERY_SENDS_NOTHING',
        mistake: 'What got no answer is taken up again and again, and never sent.',
        breaks: 'comesTrue',
        bounds: { COMMANDS: 1, FAULTS: 1 },
        looksFor: 'never'
    },
    {
        name: 'END_TRIED_ONCE',
        mistake: 'A timed end that failed is not tried again.',
        breaks: 'timedBlocksEnd',
        bounds: { COMMANDS: 1, FAULTS: 1, WITH_BRIEF: 1 }
    },
    {
        name: 'OLD_END_PASSED_ON',
        mistake: 'Whoever blocks after the end of a block gets its old end.',
        breaks: 'endsInTime',
        bounds: { COMMANDS: 2, FAULTS: 0, WITH_BRIEF: 1 }
    },
    {
        name: 'REFUSED_BLOCK_STAYS',
        mistake: 'A block that GoTallo refused stays open.',
        breaks: 'blocksHaveRows',
        bounds: { COMMANDS: 1, FAULTS: 1 }
    },
    {
        name: 'READ_COUNTS_AT_ONCE',
        mistake: 'A read counts though Block User may still take effect.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 1, READS: 1 }
    },
    {
        name: 'READ_COUNTS_FROM_START',
        mistake: 'A read counts some time after Block User was written down, however much later it was sent.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 0, CRASHES: 1, PAUSES: 1, READS: 1 },
        isInCode: true
    },
    {
        name: 'IN_FLIGHT_FORGOTTEN',
        mistake:
            'What was in flight before the last sending is forgotten, so its late effect is taken for what others did.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 2, READS: 1 },
        isInCode: true
    }
];
