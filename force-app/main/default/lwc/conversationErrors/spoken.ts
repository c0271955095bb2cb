import labelRetryAfter from '@salesforce/label/c.GoTallo_Trouble_retryAfter';
import { format, inSeconds } from 'c/conversationLabels';
import type { ConversationError } from './reduceErrors';

/** An error as the live region says it: all that is needed to go on. The time to wait is said once, and never counted. */
export function spokenError({ title, message, retryAfterSeconds }: ConversationError): string {
    const wait = retryAfterSeconds ? format(labelRetryAfter, inSeconds(retryAfterSeconds)) : '';
    return [title, message, wait].filter(Boolean).join(' ');
}
