import type { LocalServices } from './local-services.ts';
import type { Counts } from './sandbox.ts';

/** What each part has counted so far. */
export function countsOf({ controller, credential, org, gotallo }: LocalServices): Counts {
    return {
        controller: controller.calls,
        proxy: credential.calls,
        salesforce: org.counts.userinfo + org.counts.query,
        gotallo: gotallo.calls.length
    };
}

export function resetCounts({ controller, credential, org, gotallo }: LocalServices): void {
    controller.calls = 0;
    credential.calls = 0;
    org.counts = { userinfo: 0, query: 0, token: 0 };
    gotallo.calls = [];
}
