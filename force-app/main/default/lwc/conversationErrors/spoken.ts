import labelRetryAfter from '@salesforce/label/c.GoTallo_Trouble_retryAfter';
import { format } from 'c/conversationLabels';
import type { ConversationError } from './reduceErrors';

/** How long to wait, in words; null when there is no need to. */
export function waitingTime({ retryAfterSeconds }: ConversationError): string | null {
    return retryAfterSeconds ? format(labelRetryAfter, retryAfterSeconds) : null;
}

/** An error as the live region says it: all that is needed to go on. */
export function spokenError(error: ConversationError): string {
    return [error.message, waitingTime(error)].filter(Boolean).join(' ');
}
