import type { Plant } from './plant.ts';

/** Mistakes about leases, recovery, undo and timed ends. */
export const OPERATION_PLANTS: readonly Plant[] = [
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
        name: 'UNDO_CONFIRMS_BLOCK',
        mistake: 'A block that an undo gives back counts as confirmed before GoTallo has said so.',
        breaks: 'blocksHaveRows',
        bounds: { COMMANDS: 3, FAULTS: 1, WITH_UNDO: 1 }
    },
    {
        name: 'RELEASE_FORGETS',
        mistake: 'A process that starts forgets what the one before it may have sent.',
        breaks: 'lastCommandHolds',
        bounds: { WORKERS: 1, EMBEDDED: 1, COMMANDS: 2, FAULTS: 0, CRASHES: 1 }
    }
];
