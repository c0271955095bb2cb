const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Whether an access token can be one of an org, by its form alone: Salesforce gives out JWTs, and opaque tokens that begin
 * with the 15-character id of their org and `!`. What cannot be one is refused without asking anybody.
 * @param orgId 18 characters
 */
export function isPossibleToken(token: string, orgId: string): boolean {
    return token.startsWith(`${orgId.slice(0, 15)}!`) || JWT.test(token);
}
