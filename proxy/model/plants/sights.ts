import type { Plant } from './plant.ts';

/** Mistakes about what a supervisor says, what webhooks tell and what is read. */
export const SIGHT_PLANTS: readonly Plant[] = [
    {
        name: 'RESOLVED_IN_FLIGHT',
        mistake: 'A supervisor may speak while Block User may still take effect.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 1, LOOKS: 1 }
    },
    {
        name: 'NO_VERSION',
        mistake: 'What a supervisor says counts whatever happened since she looked, as with an older client.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 0, LOOKS: 1 }
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
        name: 'OLD_SIGHT_COUNTS',
        mistake: 'What was seen before GoTallo answered counts after its answer.',
        breaks: 'stateIsTrue',
        bounds: { COMMANDS: 2, FAULTS: 0, MESSAGES: 1 }
    },
    {
        name: 'OWN_LATE_TAKEN',
        mistake: 'What a late request of a proxy did is taken for what others did, when a webhook tells it.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 1, MESSAGES: 1 }
    },
    {
        name: 'WROTE_WHENEVER',
        mistake: 'Whoever has written counts as not blocked on the channel, whenever it was.',
        breaks: 'othersDidNothing',
        bounds: { COMMANDS: 1, FAULTS: 0, MESSAGES: 1 }
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
        bounds: { COMMANDS: 1, FAULTS: 0, CRASHES: 1, PAUSES: 1, READS: 1 }
    },
    {
        name: 'IN_FLIGHT_FORGOTTEN',
        mistake:
            'What was in flight before the last sending is forgotten, so its late effect is taken for what others did.',
        breaks: 'lastCommandHolds',
        bounds: { COMMANDS: 2, FAULTS: 2, READS: 1 }
    }
];
