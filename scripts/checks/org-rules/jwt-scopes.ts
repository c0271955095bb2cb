import { textOf } from '../metadata-element.ts';
import type { MetadataFile, Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/**
 * The JWT Bearer flow, which a certificate in the app turns on, gives a token only where the app also has the scope
 * `RefreshToken`, although the flow never returns a refresh token.
 */
export function checkJwtScopes(org: Org): Problem[] {
    const appOf = ({ root }: MetadataFile): string => textOf(root, 'externalClientApplication') ?? '';
    const parts = (suffix: string): MetadataFile[] =>
        org.clientAppParts.filter(({ path }) => path.endsWith(`${suffix}-meta.xml`));
    const signed = new Set(
        parts('.ecaGlblOauth')
            .filter(({ root }) => textOf(root, 'certificate') !== null)
            .map(appOf)
    );
    return parts('.ecaOauth')
        .filter((settings) => signed.has(appOf(settings)))
        .filter(({ root }) => !scopesIn(textOf(root, 'commaSeparatedOauthScopes') ?? '').includes('RefreshToken'))
        .map(({ path: file }) => ({ file, message: 'the JWT Bearer flow needs the scope RefreshToken' }));
}

function scopesIn(list: string): string[] {
    return list.split(',').map((scope) => scope.trim());
}
