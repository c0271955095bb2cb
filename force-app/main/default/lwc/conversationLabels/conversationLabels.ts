/** Words that several bundles share. */
export { channelName, mayChannelBlock } from './channel';
export { needsConfirmation } from './confirmation';
export { everyMinute } from './everyMinute';
export { around, format } from './format';
export { isKeptOut } from './keptOut';
export { describePerson } from './person';
export { blockQuestion } from './question';
export { reasonLabel, reasonOptions } from './reasons';
export { shownState, stateLabel } from './states';
export { ago, ahead, exactTime, momentOf } from './time';
export type { Moment } from './time';
