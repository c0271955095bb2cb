import labelRequest from '@salesforce/label/c.GoTallo_Trouble_request';
import labelTryAgain from '@salesforce/label/c.GoTallo_Action_tryAgain';
import labelTryingAgain from '@salesforce/label/c.GoTallo_Action_tryingAgain';

export { labelRequest as request, labelTryAgain as tryAgain, labelTryingAgain as tryingAgain };
