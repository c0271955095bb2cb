import type { SetupCheckName, SetupCodes, SetupTrouble } from '#contract';
import labelAnyFailed from '@salesforce/label/c.GoTallo_SetupFound_any_failed';
import labelAnyTimedOut from '@salesforce/label/c.GoTallo_SetupFound_any_timedOut';
import labelCallerKnown from '@salesforce/label/c.GoTallo_SetupFound_caller_known';
import labelClockApart from '@salesforce/label/c.GoTallo_SetupFound_clock_apart';
import labelClockInStep from '@salesforce/label/c.GoTallo_SetupFound_clock_inStep';
import labelConnectionArrived from '@salesforce/label/c.GoTallo_SetupFound_connection_arrived';
import labelEventAllowanceLeft from '@salesforce/label/c.GoTallo_SetupFound_eventAllowance_left';
import labelEventAllowanceNotAsked from '@salesforce/label/c.GoTallo_SetupFound_eventAllowance_notAsked';
import labelEventAllowanceNotTold from '@salesforce/label/c.GoTallo_SetupFound_eventAllowance_notTold';
import labelEventsNotConfigured from '@salesforce/label/c.GoTallo_SetupFound_events_notConfigured';
import labelEventsRefused from '@salesforce/label/c.GoTallo_SetupFound_events_refused';
import labelEventsWorking from '@salesforce/label/c.GoTallo_SetupFound_events_working';
import labelExclusionHolds from '@salesforce/label/c.GoTallo_SetupFound_exclusion_holds';
import labelExclusionHoldsUnsaid from '@salesforce/label/c.GoTallo_SetupFound_exclusion_holdsUnsaid';
import labelExclusionLeaks from '@salesforce/label/c.GoTallo_SetupFound_exclusion_leaks';
import labelExclusionNotConfigured from '@salesforce/label/c.GoTallo_SetupFound_exclusion_notConfigured';
import labelExclusionNotProven from '@salesforce/label/c.GoTallo_SetupFound_exclusion_notProven';
import labelGotalloAccepted from '@salesforce/label/c.GoTallo_SetupFound_gotallo_accepted';
import labelGotalloAway from '@salesforce/label/c.GoTallo_SetupFound_gotallo_away';
import labelGotalloNotUsed from '@salesforce/label/c.GoTallo_SetupFound_gotallo_notUsed';
import labelGotalloRefused from '@salesforce/label/c.GoTallo_SetupFound_gotallo_refused';
import labelNativeBlockConfigured from '@salesforce/label/c.GoTallo_SetupFound_nativeBlock_configured';
import labelNativeBlockNotConfigured from '@salesforce/label/c.GoTallo_SetupFound_nativeBlock_notConfigured';
import labelNativeBlockRefused from '@salesforce/label/c.GoTallo_SetupFound_nativeBlock_refused';
import labelPermissionsFound from '@salesforce/label/c.GoTallo_SetupFound_permissions_found';
import labelPermissionsManageOnly from '@salesforce/label/c.GoTallo_SetupFound_permissions_manageOnly';
import labelReadNotConfigured from '@salesforce/label/c.GoTallo_SetupFound_read_notConfigured';
import labelReadStateAndBlock from '@salesforce/label/c.GoTallo_SetupFound_read_stateAndBlock';
import labelReadStateOnly from '@salesforce/label/c.GoTallo_SetupFound_read_stateOnly';
import labelStoreAway from '@salesforce/label/c.GoTallo_SetupFound_store_away';
import labelStoreEmbedded from '@salesforce/label/c.GoTallo_SetupFound_store_embedded';
import labelStoreFull from '@salesforce/label/c.GoTallo_SetupFound_store_full';
import labelStoreLow from '@salesforce/label/c.GoTallo_SetupFound_store_low';
import labelStoreServer from '@salesforce/label/c.GoTallo_SetupFound_store_server';
import labelStoreSlow from '@salesforce/label/c.GoTallo_SetupFound_store_slow';
import labelWebhooksNoneLately from '@salesforce/label/c.GoTallo_SetupFound_webhooks_noneLately';
import labelWebhooksNotConfigured from '@salesforce/label/c.GoTallo_SetupFound_webhooks_notConfigured';
import labelWebhooksSeen from '@salesforce/label/c.GoTallo_SetupFound_webhooks_seen';

/** What each finding says; {0}, {1}, … stand for its facts. */
export const FOUND: { readonly [N in SetupCheckName]: Record<SetupCodes[N], string> } = {
    connection: { arrived: labelConnectionArrived },
    caller: { known: labelCallerKnown },
    permissions: { found: labelPermissionsFound, manageOnly: labelPermissionsManageOnly },
    gotallo: {
        accepted: labelGotalloAccepted,
        refused: labelGotalloRefused,
        notUsed: labelGotalloNotUsed,
        away: labelGotalloAway
    },
    nativeBlock: {
        configured: labelNativeBlockConfigured,
        refused: labelNativeBlockRefused,
        notConfigured: labelNativeBlockNotConfigured
    },
    read: {
        stateAndBlock: labelReadStateAndBlock,
        stateOnly: labelReadStateOnly,
        notConfigured: labelReadNotConfigured
    },
    store: {
        embedded: labelStoreEmbedded,
        server: labelStoreServer,
        slow: labelStoreSlow,
        low: labelStoreLow,
        full: labelStoreFull,
        away: labelStoreAway
    },
    clock: { inStep: labelClockInStep, apart: labelClockApart },
    webhooks: {
        seen: labelWebhooksSeen,
        noneLately: labelWebhooksNoneLately,
        notConfigured: labelWebhooksNotConfigured
    },
    events: {
        working: labelEventsWorking,
        notConfigured: labelEventsNotConfigured,
        credentials: labelEventsRefused,
        flow: labelEventsRefused,
        setup: labelEventsRefused,
        limit: labelEventsRefused,
        away: labelEventsRefused
    },
    eventAllowance: {
        left: labelEventAllowanceLeft,
        low: labelEventAllowanceLeft,
        usedUp: labelEventAllowanceLeft,
        notTold: labelEventAllowanceNotTold,
        notAsked: labelEventAllowanceNotAsked
    },
    exclusion: {
        holds: labelExclusionHolds,
        holdsUnsaid: labelExclusionHoldsUnsaid,
        leaks: labelExclusionLeaks,
        notProven: labelExclusionNotProven,
        notConfigured: labelExclusionNotConfigured
    }
};

/** The same for what every check can come to. */
export const ANY_FOUND: Readonly<Record<SetupTrouble, string>> = { timedOut: labelAnyTimedOut, failed: labelAnyFailed };
