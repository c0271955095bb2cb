import type { NativeBlock, Operation } from '../knowledge/records.ts';

/** Around setting the state, which every try does: what Block User is sent for. At most one of them is true. */
export interface StepsLeft {
    /** An unblock lifts the channel's block first. */
    liftsNativeBlock: boolean;
    /** A block sets the state first, so that whatever the channel does, messages stay out of Salesforce. */
    setsNativeBlock: boolean;
}

const STATE_ONLY: StepsLeft = { liftsNativeBlock: false, setsNativeBlock: false };

/**
 * What is left of an operation, by the point it has reached: the table of crashes in ARCHITECTURE.md, as code.
 * @param nativeBlock what is stored of the native block; null when it is not used here
 */
export function stepsLeft(
    { command, recoveryPoint, outcome }: Pick<Operation, 'command' | 'recoveryPoint' | 'outcome'>,
    nativeBlock: NativeBlock | null
): StepsLeft {
    switch (recoveryPoint) {
        case 'accepted':
            // What was confirmed is sent once more for its state alone: what is known of the channel was said since.
            if (outcome === 'confirmed') return STATE_ONLY;
            return {
                liftsNativeBlock: command.kind === 'unblock' && nativeBlock?.status === 'blocked',
                setsNativeBlock: command.kind === 'block' && isKnownToBeOff(nativeBlock, command)
            };
        case 'native-call-started': // it may have been sent, and a toggle is never sent again
        case 'native-call-ended': // what became of it is stored
            return STATE_ONLY;
    }
}

/** Whom the channel refused to block it is asked about again only where that is what was asked for. */
function isKnownToBeOff(nativeBlock: NativeBlock | null, { retriesNativeBlock }: Operation['command']): boolean {
    return nativeBlock?.status === 'not-blocked' || (retriesNativeBlock === true && nativeBlock?.status === 'refused');
}
