import type { ConversationView } from '#contract';
import labelNameOnChannel from '@salesforce/label/c.GoTallo_Person_nameOnChannel';
import labelOnChannel from '@salesforce/label/c.GoTallo_Person_onChannel';
import labelUnknown from '@salesforce/label/c.GoTallo_Person_unknown';
import { format } from './format';

const i18n = { nameOnChannel: labelNameOnChannel, onChannel: labelOnChannel, unknown: labelUnknown };

/** Names the customer within a sentence, as far as is known: `Maria Lopez on WhatsApp`. */
export function describePerson({ customer, channel }: Pick<ConversationView, 'customer' | 'channel'>): string {
    if (customer.name && channel.label) {
        return format(i18n.nameOnChannel, customer.name, channel.label);
    }
    return customer.name ?? (channel.label ? format(i18n.onChannel, channel.label) : i18n.unknown);
}

/** The same without the channel. */
export function personName({ customer }: Pick<ConversationView, 'customer'>): string {
    return customer.name ?? i18n.unknown;
}
