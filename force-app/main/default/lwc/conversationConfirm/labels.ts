import labelKeep from '@salesforce/label/c.GoTallo_Confirm_keep';
import labelTitle from '@salesforce/label/c.GoTallo_Confirm_title';
import labelUnblock from '@salesforce/label/c.GoTallo_Action_unblock';

export { labelKeep as keep, labelTitle as title, labelUnblock as unblock };
