/** The one road of every error on its way to the card. */
export { leavesOutcomeUnknown, means } from './meaning';
export { readView } from './readView';
export { errorOf, reduceErrors } from './reduceErrors';
export type { ConversationError } from './reduceErrors';
export { spokenError } from './spoken';
export { afterTrying } from './tried';
