import type { DesignValues } from '../../../../page/page-data.ts';

/** Settings in which each property has a fault of its own. */
export const WRONG_SETTINGS: DesignValues = {
    conversationIdField: 'No_Such_Field__c',
    reasons: `Spam,,${'x'.repeat(120)}`,
    durations: '1h,2 weeks,forever',
    presetDuration: 'yesterday',
    density: 'tiny'
};
