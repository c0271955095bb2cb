/** Words that several bundles share. */
export { around, format } from './format';
export { describePerson } from './person';
export { reasonLabel, reasonOptions } from './reasons';
export { shownState, stateLabel } from './states';
