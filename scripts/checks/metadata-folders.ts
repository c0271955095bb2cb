/** Where files of a metadata type lie, and how their names end. */
export interface MetadataFolder {
    suffix: string;
    typeName: string;
}

/**
 * The folders of the org's source and what they hold. A wrong suffix makes a deployment leave the file out without a
 * word. Source: the registry of `@salesforce/source-deploy-retrieve`. New kinds of metadata are added here.
 */
export const METADATA_FOLDERS: Readonly<Record<string, MetadataFolder>> = {
    classes: { suffix: '.cls-meta.xml', typeName: 'ApexClass' },
    customPermissions: { suffix: '.customPermission-meta.xml', typeName: 'CustomPermission' },
    externalClientApps: { suffix: '.eca-meta.xml', typeName: 'ExternalClientApplication' },
    externalCredentials: { suffix: '.externalCredential-meta.xml', typeName: 'ExternalCredential' },
    extlClntAppGlobalOauthSets: { suffix: '.ecaGlblOauth-meta.xml', typeName: 'ExtlClntAppGlobalOauthSettings' },
    extlClntAppOauthPolicies: { suffix: '.ecaOauthPlcy-meta.xml', typeName: 'ExtlClntAppOauthConfigurablePolicies' },
    extlClntAppOauthSettings: { suffix: '.ecaOauth-meta.xml', typeName: 'ExtlClntAppOauthSettings' },
    extlClntAppPolicies: { suffix: '.ecaPlcy-meta.xml', typeName: 'ExtlClntAppConfigurablePolicies' },
    labels: { suffix: '.labels-meta.xml', typeName: 'CustomLabels' },
    lwc: { suffix: '.js-meta.xml', typeName: 'LightningComponentBundle' },
    namedCredentials: { suffix: '.namedCredential-meta.xml', typeName: 'NamedCredential' },
    permissionsets: { suffix: '.permissionset-meta.xml', typeName: 'PermissionSet' }
};
