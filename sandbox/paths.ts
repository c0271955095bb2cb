import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** What is deployed to an org. */
export const FORCE_APP = `${REPOSITORY}force-app/main/default/`;

/** Built and written while the sandbox runs; not committed. */
export const CACHE = `${REPOSITORY}.cache/sandbox/`;
