/**
 * `node save-login.ts <instance URL> <token> <username> <alias>`: keeps a login where the environment's HOME says, as
 * `sf org login access-token` does.
 */
import process from 'node:process';
import { saveLogin } from './logins.ts';

const [instanceUrl = '', accessToken = '', username = '', alias = ''] = process.argv.slice(2);
await saveLogin({ instanceUrl, accessToken, username, alias });
