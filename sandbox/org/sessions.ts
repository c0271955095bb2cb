import { randomBytes } from 'node:crypto';
import { ORGANIZATION_ID, type OrgUser } from './users.ts';

/** Access tokens of the local org: who holds which, until they expire. */
export class Sessions {
    private readonly users = new Map<string, OrgUser>();

    /** A new token for the user, in the shape of a Salesforce one (org id, exclamation mark, secret). */
    open(user: OrgUser): string {
        const token = `${ORGANIZATION_ID.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
        this.users.set(token, user);
        return token;
    }

    /** The user behind a token; undefined when it is foreign or expired. */
    userOf(token: string): OrgUser | undefined {
        return this.users.get(token);
    }

    /** Ends every session at once. */
    expireAll(): void {
        this.users.clear();
    }
}
