/** Pages of Setup, as paths below an org's URL. */
const PAGES = {
    myDomain: 'OrgDomain',
    clientApps: 'ManageExternalClientApplication',
    certificates: 'CertificatesAndKeysManagement',
    credentials: 'NamedCredential',
    languages: 'LabelWorkbenchSetup',
    permissionSets: 'PermSets',
    packages: 'ImportedPackage',
    users: 'ManageUsers',
    objects: 'ObjectManager',
    loginHistory: 'OrgLoginHistory',
    knownFields: 'CustomMetadata'
} as const;

/** The address of a page of Setup. */
export function setupLink(instanceUrl: string, page: keyof typeof PAGES): string {
    return `${instanceUrl}/lightning/setup/${PAGES[page]}/home`;
}
