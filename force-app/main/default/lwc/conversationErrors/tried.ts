import labelInDoubt from '@salesforce/label/c.GoTallo_Trouble_inDoubt';
import labelKeepTrying from '@salesforce/label/c.GoTallo_Trouble_keepTrying';
import labelMaybe from '@salesforce/label/c.GoTallo_Trouble_maybe';
import labelNotBlocked from '@salesforce/label/c.GoTallo_Trouble_notBlocked';
import labelNoteKept from '@salesforce/label/c.GoTallo_Trouble_noteKept';
import labelNothingChanged from '@salesforce/label/c.GoTallo_Trouble_nothingChanged';
import labelNotUnblocked from '@salesforce/label/c.GoTallo_Trouble_notUnblocked';
import { known, shownState } from 'c/conversationLabels';
import { leavesOutcomeUnknown, means } from './meaning';
import type { ConversationError } from './reduceErrors';

/** What a command did not do, by its kind; of others it is enough that nothing was changed. */
const NOT_DONE = { block: labelNotBlocked, unblock: labelNotUnblocked };

/** Codes after which the proxy has accepted the command, and carries it out whatever happens to the card. */
const GOES_ON = ['gotallo-failed', 'gotallo-timeout', 'result-not-stored'];

/**
 * Adds to what is wrong what that means for the command that failed: what holds now, and what is kept.
 * @param kind of the task; `load` changes nothing
 * @param note that the agent typed for it
 */
export function afterTrying(error: ConversationError, kind: string, note?: string | null): ConversationError {
    if (kind === 'load') {
        return error;
    }
    const { message } = error;
    const [title, holds] = outcomeOf(error, kind);
    return { ...error, title, message: [message, holds, note && labelNoteKept].filter(Boolean).join(' ') };
}

function outcomeOf({ code, view }: ConversationError, kind: string): [title: string, holds: string] {
    if (leavesOutcomeUnknown(code)) {
        return [labelInDoubt, GOES_ON.includes(code) ? labelKeepTrying : labelMaybe];
    }
    if (means(code, 'says-all')) {
        return ['', ''];
    }
    // An earlier command may have done it.
    const isInDoubt = view !== null && shownState(view) === null;
    return [(!isInDoubt && known(NOT_DONE, kind)) || '', labelNothingChanged];
}
