import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** What is deployed to every org. */
export const FORCE_APP = `${REPOSITORY}force-app/main/default/`;

/** What is made for one org: credentials, and the permission to use them. */
export const ORG_SETUP = `${REPOSITORY}org-setup/main/default/`;

/** The folder of the translations of the custom labels, one file a language. */
export const TRANSLATIONS_FOLDER = `${REPOSITORY}translations/main/default/translations`;

/** Built and written while the sandbox runs; not committed. */
export const CACHE = `${REPOSITORY}.cache/sandbox/`;
