import labelTitle from '@salesforce/label/c.GoTallo_QuickAction_title';

export { labelTitle as title };
