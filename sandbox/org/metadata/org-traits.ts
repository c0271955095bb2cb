/** In what an org differs from the next one, as far as an installation meets it. */
export interface OrgTraits {
    /** Languages for which translations are on. */
    languages: readonly string[];
    hasClientApps: boolean;
    /** null: My Domain is off. */
    myDomain: string | null;
    newestApiVersion: string;
    /** Whether claims of an external credential have to be JSON; in one org, a validator said so. */
    wantsJsonClaims: boolean;
    /** Whether the installing user may read consumer keys. */
    showsConsumerKey: boolean;
    /** Whether a deployed policy links its permission sets to the app; they were seen missing. */
    linksPolicySets: boolean;
    /** Whether the policy takes a session time-out; a practitioner was refused it. */
    takesSessionTimeout: boolean;
    /** Authorities, in PEM, that callouts trust beside the usual ones. */
    trusted: readonly string[];
}

export const USUAL_TRAITS: OrgTraits = {
    languages: ['de', 'nl_NL'],
    hasClientApps: true,
    myDomain: 'rehearsal.my.salesforce.com',
    newestApiVersion: '67.0',
    wantsJsonClaims: false,
    showsConsumerKey: true,
    linksPolicySets: true,
    takesSessionTimeout: true,
    trusted: []
};
