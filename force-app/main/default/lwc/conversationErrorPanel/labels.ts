import labelCheckSetup from '@salesforce/label/c.GoTallo_Trouble_checkSetup';
import labelRequest from '@salesforce/label/c.GoTallo_Trouble_request';
import labelTryAgain from '@salesforce/label/c.GoTallo_Action_tryAgain';
import labelTryingAgain from '@salesforce/label/c.GoTallo_Action_tryingAgain';

export {
    labelCheckSetup as checkSetup,
    labelRequest as request,
    labelTryAgain as tryAgain,
    labelTryingAgain as tryingAgain
};
