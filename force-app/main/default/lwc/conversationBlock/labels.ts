import labelAdminLine from '@salesforce/label/c.GoTallo_Empty_adminLine';
import labelLine from '@salesforce/label/c.GoTallo_Empty_line';

export { labelAdminLine as adminLine, labelLine as line };
