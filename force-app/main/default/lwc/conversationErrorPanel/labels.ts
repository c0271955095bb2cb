import labelRequest from '@salesforce/label/c.GoTallo_Trouble_request';
import labelTryAgain from '@salesforce/label/c.GoTallo_Action_tryAgain';
import labelTryingAgain from '@salesforce/label/c.GoTallo_Action_tryingAgain';

export const i18n = {
    request: labelRequest,
    tryAgain: labelTryAgain,
    tryingAgain: labelTryingAgain
};
