/** Words that several bundles share. */
export { channelName, mayChannelBlock } from './channel';
export { ClockedElement } from './clockedElement';
export { needsConfirmation } from './confirmation';
export { blockEffect, blockReach } from './effect';
export { factsOf } from './facts';
export type { Fact } from './facts';
export { format } from './format';
export { known } from './known';
export { describePerson } from './person';
export { blockQuestion } from './question';
export { KNOWN_REASONS, reasonLabel } from './reasons';
export { shownState, stateLabel } from './states';
export { ago, ahead, exactTime, momentOf } from './time';
