import labelDone from '@salesforce/label/c.GoTallo_QuickAction_done';
import labelTitle from '@salesforce/label/c.GoTallo_QuickAction_title';

export { labelDone as done, labelTitle as title };
