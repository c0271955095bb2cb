import type { SetupCheckName } from '#contract';
import labelCaller from '@salesforce/label/c.GoTallo_SetupCheck_caller';
import labelClock from '@salesforce/label/c.GoTallo_SetupCheck_clock';
import labelConnection from '@salesforce/label/c.GoTallo_SetupCheck_connection';
import labelEventAllowance from '@salesforce/label/c.GoTallo_SetupCheck_eventAllowance';
import labelEvents from '@salesforce/label/c.GoTallo_SetupCheck_events';
import labelExclusion from '@salesforce/label/c.GoTallo_SetupCheck_exclusion';
import labelGotallo from '@salesforce/label/c.GoTallo_SetupCheck_gotallo';
import labelNativeBlock from '@salesforce/label/c.GoTallo_SetupCheck_nativeBlock';
import labelPermissions from '@salesforce/label/c.GoTallo_SetupCheck_permissions';
import labelRead from '@salesforce/label/c.GoTallo_SetupCheck_read';
import labelStore from '@salesforce/label/c.GoTallo_SetupCheck_store';
import labelWebhooks from '@salesforce/label/c.GoTallo_SetupCheck_webhooks';

/** What each row is called. */
export const TITLES: Readonly<Record<SetupCheckName, string>> = {
    caller: labelCaller,
    clock: labelClock,
    connection: labelConnection,
    eventAllowance: labelEventAllowance,
    events: labelEvents,
    exclusion: labelExclusion,
    gotallo: labelGotallo,
    nativeBlock: labelNativeBlock,
    permissions: labelPermissions,
    read: labelRead,
    store: labelStore,
    webhooks: labelWebhooks
};
