/** Files of a metadata type: how their names end. */
export interface MetadataKind {
    suffix: string;
    typeName: string;
}

/**
 * The folders of what is deployed and what they hold. A wrong suffix makes a deployment leave the file out without a
 * word. Source: the registry of `@salesforce/source-deploy-retrieve`. New kinds of metadata are added here.
 */
export const METADATA_FOLDERS: Readonly<Record<string, readonly MetadataKind[]>> = {
    classes: [{ suffix: '.cls-meta.xml', typeName: 'ApexClass' }],
    customMetadata: [{ suffix: '.md-meta.xml', typeName: 'CustomMetadata' }],
    customPermissions: [{ suffix: '.customPermission-meta.xml', typeName: 'CustomPermission' }],
    externalClientApps: [{ suffix: '.eca-meta.xml', typeName: 'ExternalClientApplication' }],
    externalCredentials: [{ suffix: '.externalCredential-meta.xml', typeName: 'ExternalCredential' }],
    extlClntAppGlobalOauthSets: [{ suffix: '.ecaGlblOauth-meta.xml', typeName: 'ExtlClntAppGlobalOauthSettings' }],
    extlClntAppOauthPolicies: [{ suffix: '.ecaOauthPlcy-meta.xml', typeName: 'ExtlClntAppOauthConfigurablePolicies' }],
    extlClntAppOauthSettings: [{ suffix: '.ecaOauth-meta.xml', typeName: 'ExtlClntAppOauthSettings' }],
    extlClntAppPolicies: [{ suffix: '.ecaPlcy-meta.xml', typeName: 'ExtlClntAppConfigurablePolicies' }],
    labels: [{ suffix: '.labels-meta.xml', typeName: 'CustomLabels' }],
    lwc: [{ suffix: '.js-meta.xml', typeName: 'LightningComponentBundle' }],
    messageChannels: [{ suffix: '.messageChannel-meta.xml', typeName: 'LightningMessageChannel' }],
    namedCredentials: [{ suffix: '.namedCredential-meta.xml', typeName: 'NamedCredential' }],
    objects: [
        { suffix: '.object-meta.xml', typeName: 'CustomObject' },
        { suffix: '.field-meta.xml', typeName: 'CustomField' }
    ],
    permissionsetgroups: [{ suffix: '.permissionsetgroup-meta.xml', typeName: 'PermissionSetGroup' }],
    permissionsets: [{ suffix: '.permissionset-meta.xml', typeName: 'PermissionSet' }],
    quickActions: [{ suffix: '.quickAction-meta.xml', typeName: 'QuickAction' }],
    tabs: [{ suffix: '.tab-meta.xml', typeName: 'CustomTab' }],
    translations: [{ suffix: '.translation-meta.xml', typeName: 'Translations' }]
};
