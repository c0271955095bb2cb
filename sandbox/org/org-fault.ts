/** What the org's servers do wrong when told to. */
export const ORG_FAULTS = ['none', 'unavailable', 'silent'] as const;

export type OrgFault = (typeof ORG_FAULTS)[number];
