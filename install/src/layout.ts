import path from 'node:path';

/** The names under which everything lives in an org, and the folders it comes from. */
export const APP = 'GoTallo_Proxy';
export const OAUTH_SETTINGS = 'GoTallo_Proxy_oauth';
export const GLOBAL_OAUTH = 'GoTallo_Proxy_glbloauth';
export const CREDENTIAL = 'GoTallo_Proxy';
export const CERTIFICATE = 'GoTallo_JWT';
export const BASE_SET = 'GoTallo_Base';
export const GROUPS = { agent: 'GoTallo_Agent', supervisor: 'GoTallo_Supervisor', viewer: 'GoTallo_Viewer' } as const;
/** The namespace of GoTallo's own package. */
export const PACKAGE = 'Social25';

export const CODE = 'force-app';
export const ORG_SETUP = 'org-setup';
export const TRANSLATIONS = 'translations';

/** A folder of metadata below one of the package directories. */
export function metadataFolder(packageDirectory: string, name: string): string {
    return path.posix.join(packageDirectory, 'main/default', name);
}
