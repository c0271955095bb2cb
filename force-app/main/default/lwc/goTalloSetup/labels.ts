import labelCheckAgain from '@salesforce/label/c.GoTallo_Action_checkAgain';
import labelNameWho from '@salesforce/label/c.GoTallo_Action_nameWho';
import labelRequest from '@salesforce/label/c.GoTallo_Trouble_request';
import labelAllWell from '@salesforce/label/c.GoTallo_Setup_allWell';
import labelChecked from '@salesforce/label/c.GoTallo_Setup_checked';
import labelChecking from '@salesforce/label/c.GoTallo_Setup_checking';
import labelCopied from '@salesforce/label/c.GoTallo_Setup_copied';
import labelCopy from '@salesforce/label/c.GoTallo_Setup_copy';
import labelCopyByHand from '@salesforce/label/c.GoTallo_Setup_copyByHand';
import labelCopyLetter from '@salesforce/label/c.GoTallo_Setup_copyLetter';
import labelCopyText from '@salesforce/label/c.GoTallo_Setup_copyText';
import labelError from '@salesforce/label/c.GoTallo_Setup_error';
import labelLetter from '@salesforce/label/c.GoTallo_Setup_letter';
import labelNewer from '@salesforce/label/c.GoTallo_Setup_newer';
import labelNone from '@salesforce/label/c.GoTallo_Setup_none';
import labelOk from '@salesforce/label/c.GoTallo_Setup_ok';
import labelOpen from '@salesforce/label/c.GoTallo_Setup_open';
import labelProblems from '@salesforce/label/c.GoTallo_Setup_problems';
import labelTitle from '@salesforce/label/c.GoTallo_Setup_title';
import labelUnknown from '@salesforce/label/c.GoTallo_Setup_unknown';
import labelWarning from '@salesforce/label/c.GoTallo_Setup_warning';
import labelWhatToDo from '@salesforce/label/c.GoTallo_Setup_whatToDo';

export {
    labelCheckAgain as checkAgain,
    labelNameWho as nameWho,
    labelRequest as request,
    labelAllWell as allWell,
    labelChecked as checked,
    labelChecking as checking,
    labelCopied as copied,
    labelCopy as copy,
    labelCopyByHand as copyByHand,
    labelCopyLetter as copyLetter,
    labelCopyText as copyText,
    labelError as error,
    labelLetter as letter,
    labelNewer as newer,
    labelNone as none,
    labelOk as ok,
    labelOpen as open,
    labelProblems as problems,
    labelTitle as title,
    labelUnknown as unknown,
    labelWarning as warning,
    labelWhatToDo as whatToDo
};
