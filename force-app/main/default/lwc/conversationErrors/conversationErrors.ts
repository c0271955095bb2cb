/** The one road of every error on its way to the card. */
export { readView } from './readView';
export { reduceErrors } from './reduceErrors';
export type { ConversationError } from './reduceErrors';
export { leavesNothing, takesAccess } from './meaning';
export { leavesOutcomeUnknown } from './outcome';
export { spokenError, waitingTime } from './spoken';
