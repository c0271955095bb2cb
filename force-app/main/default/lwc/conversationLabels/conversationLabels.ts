/** Words that several bundles share. */
export { channelName, mayChannelBlock } from './channel';
export { ClockedElement } from './clockedElement';
export { needsConfirmation } from './confirmation';
export { isToday, monthOf, timeOfDay } from './dates';
export { blockEffect, blockReach } from './effect';
export { factsOf } from './facts';
export type { Fact } from './facts';
export { format } from './format';
export { known } from './known';
export { NOTE_MAX_LENGTH, noteComplaint } from './note';
export { describePerson } from './person';
export { pluralOf } from './plural';
export type { PluralForms } from './plural';
export { blockQuestion } from './question';
export { KNOWN_REASONS, reasonLabel } from './reasons';
export { shownState, standingOf, stateLabel } from './states';
export type { Standing } from './states';
export { ago, ahead, exactTime, inSeconds, momentOf } from './time';
