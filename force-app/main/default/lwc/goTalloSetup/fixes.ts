import type { SetupCheckName, SetupCodes, SetupTrouble } from '#contract';
import labelAnyFailed from '@salesforce/label/c.GoTallo_SetupFix_any_failed';
import labelClockApart from '@salesforce/label/c.GoTallo_SetupFix_clock_apart';
import labelEventAllowanceLow from '@salesforce/label/c.GoTallo_SetupFix_eventAllowance_low';
import labelEventAllowanceNotTold from '@salesforce/label/c.GoTallo_SetupFix_eventAllowance_notTold';
import labelEventsAway from '@salesforce/label/c.GoTallo_SetupFix_events_away';
import labelEventsCredentials from '@salesforce/label/c.GoTallo_SetupFix_events_credentials';
import labelEventsFlow from '@salesforce/label/c.GoTallo_SetupFix_events_flow';
import labelEventsLimit from '@salesforce/label/c.GoTallo_SetupFix_events_limit';
import labelEventsSetup from '@salesforce/label/c.GoTallo_SetupFix_events_setup';
import labelExclusionHoldsUnsaid from '@salesforce/label/c.GoTallo_SetupFix_exclusion_holdsUnsaid';
import labelExclusionLeaks from '@salesforce/label/c.GoTallo_SetupFix_exclusion_leaks';
import labelExclusionNotConfigured from '@salesforce/label/c.GoTallo_SetupFix_exclusion_notConfigured';
import labelExclusionNotProven from '@salesforce/label/c.GoTallo_SetupFix_exclusion_notProven';
import labelGotalloAway from '@salesforce/label/c.GoTallo_SetupFix_gotallo_away';
import labelGotalloNotUsed from '@salesforce/label/c.GoTallo_SetupFix_gotallo_notUsed';
import labelGotalloRefused from '@salesforce/label/c.GoTallo_SetupFix_gotallo_refused';
import labelNativeBlockNotConfigured from '@salesforce/label/c.GoTallo_SetupFix_nativeBlock_notConfigured';
import labelNativeBlockRefused from '@salesforce/label/c.GoTallo_SetupFix_nativeBlock_refused';
import labelStoreAway from '@salesforce/label/c.GoTallo_SetupFix_store_away';
import labelStoreFull from '@salesforce/label/c.GoTallo_SetupFix_store_full';
import labelStoreSlow from '@salesforce/label/c.GoTallo_SetupFix_store_slow';
import labelWebhooksNoneLately from '@salesforce/label/c.GoTallo_SetupFix_webhooks_noneLately';
import labelWebhooksNotConfigured from '@salesforce/label/c.GoTallo_SetupFix_webhooks_notConfigured';

/** What to do about it, where there is anything to do. */
export const FIXES: { readonly [N in SetupCheckName]?: Partial<Record<SetupCodes[N], string>> } = {
    gotallo: { refused: labelGotalloRefused, notUsed: labelGotalloNotUsed, away: labelGotalloAway },
    nativeBlock: { refused: labelNativeBlockRefused, notConfigured: labelNativeBlockNotConfigured },
    store: { slow: labelStoreSlow, low: labelStoreFull, full: labelStoreFull, away: labelStoreAway },
    clock: { apart: labelClockApart },
    webhooks: { noneLately: labelWebhooksNoneLately, notConfigured: labelWebhooksNotConfigured },
    events: {
        credentials: labelEventsCredentials,
        flow: labelEventsFlow,
        setup: labelEventsSetup,
        limit: labelEventsLimit,
        away: labelEventsAway
    },
    eventAllowance: {
        low: labelEventAllowanceLow,
        usedUp: labelEventAllowanceLow,
        notTold: labelEventAllowanceNotTold
    },
    exclusion: {
        holdsUnsaid: labelExclusionHoldsUnsaid,
        leaks: labelExclusionLeaks,
        notProven: labelExclusionNotProven,
        notConfigured: labelExclusionNotConfigured
    }
};

/** The same for what every check can come to. */
export const ANY_FIXES: Readonly<Record<SetupTrouble, string>> = { timedOut: labelAnyFailed, failed: labelAnyFailed };
