/** What the org's servers do wrong when told to. */
export type OrgFault = 'none' | 'unavailable' | 'silent';
