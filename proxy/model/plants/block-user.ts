import type { Plant } from './plant.ts';

/** Mistakes about when Block User is sent. */
export const BLOCK_USER_PLANTS: readonly Plant[] = [
    {
        name: 'TOGGLE_REPEATED',
        mistake: 'Block User is sent again when it got no clear answer.',
        breaks: 'neverTheOpposite',
        bounds: { COMMANDS: 1, FAULTS: 1 }
    },
    {
        name: 'NATIVE_NOT_FENCED',
        mistake: 'After a pause, Block User is sent without another look at the lease.',
        breaks: 'notBlockedIsTrue',
        bounds: { COMMANDS: 1, FAULTS: 0, PAUSES: 1, LOOKS: 1 }
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
        name: 'UNCONFIRMED_RETRIED',
        mistake: 'The channel is asked once more to block though it is not known whether it does already.',
        breaks: 'neverTheOpposite',
        bounds: { COMMANDS: 2, FAULTS: 1, WITH_RETRY: 1 }
    },
    {
        name: 'NATIVE_NOT_FENCED',
        mistake: 'After a pause, Block User is sent for a conversation that is free to others.',
        breaks: 'sentByTheOwner',
        bounds: { COMMANDS: 1, FAULTS: 0, PAUSES: 1 }
    }
];
