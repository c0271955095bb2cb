import labelRequest from '@salesforce/label/c.GoTallo_Trouble_request';
import labelRetryAfter from '@salesforce/label/c.GoTallo_Trouble_retryAfter';
import labelTryAgain from '@salesforce/label/c.GoTallo_Action_tryAgain';
import labelTryingAgain from '@salesforce/label/c.GoTallo_Action_tryingAgain';

export const i18n = {
    request: labelRequest,
    retryAfter: labelRetryAfter,
    tryAgain: labelTryAgain,
    tryingAgain: labelTryingAgain
};
