import type { ConversationView } from '#contract';
import labelBlock from '@salesforce/label/c.GoTallo_Dialog_title';
import labelChange from '@salesforce/label/c.GoTallo_Form_changeTitle';
import { format } from './format';
import { describePerson } from './person';

const i18n = { block: labelBlock, change: labelChange };

/** Title of the form and of its dialog: `Block Maria Lopez on WhatsApp?` */
export function blockQuestion(view: Pick<ConversationView, 'customer' | 'channel'>, mode: 'block' | 'change'): string {
    return format(i18n[mode], describePerson(view));
}
