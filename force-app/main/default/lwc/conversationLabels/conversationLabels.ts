/** Words that several bundles share. */
export { stateBlockCaveat } from './caveat';
export { around, format } from './format';
export { describePerson } from './person';
export { reasonLabel, reasonOptions } from './reasons';
export { shownState, stateLabel } from './states';
