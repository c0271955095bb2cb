import type { ConversationView } from '#contract';
import labelBlock from '@salesforce/label/c.GoTallo_Dialog_title';
import labelKeepOut from '@salesforce/label/c.GoTallo_Dialog_titleKeepOut';
import labelMark from '@salesforce/label/c.GoTallo_Dialog_titleMark';
import labelChange from '@salesforce/label/c.GoTallo_Form_changeTitle';
import { blockReach } from './effect';
import { format } from './format';
import { describePerson, personName } from './person';

/**
 * Title of the form and of its dialog: `Block Maria Lopez on WhatsApp?` It promises no more than a block can do here.
 * @param now in milliseconds since 1970; tells an open window from a closed one
 */
export function blockQuestion(view: ConversationView, mode: 'block' | 'change', now: number): string {
    if (mode === 'change') {
        return format(labelChange, describePerson(view));
    }
    if (['channel', 'asks-channel'].includes(blockReach(view, now))) {
        return format(labelBlock, describePerson(view));
    }
    return format(view.blockedStateExcluded ? labelKeepOut : labelMark, personName(view));
}
