import labelShowLess from '@salesforce/label/c.GoTallo_Note_showLess';
import labelShowMore from '@salesforce/label/c.GoTallo_History_showMore';

export { labelShowLess as showLess, labelShowMore as showMore };
