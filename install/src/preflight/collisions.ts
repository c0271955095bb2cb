import { CREDENTIAL } from '../layout.ts';
import { setupLink } from '../setup-links.ts';
import { obstacle, type Finding, type PreflightCheck } from './finding.ts';

/** Something else may have our names already: it would be overwritten, or refuse us in the middle. */
export const checkCollisions: PreflightCheck = async (context) => {
    return (await Promise.all([legacyCredential(context), connectedApp(context)])).flat();
};

/** A credential that takes its token from an external credential is a `SecuredEndpoint`; older ones say no kind. */
async function legacyCredential({ org, facts }: Parameters<PreflightCheck>[0]): Promise<Finding[]> {
    const files = await org.retrieve([{ type: 'NamedCredential', name: CREDENTIAL }]);
    const found = [...files].find(([file]) => file.endsWith('.namedCredential'));
    if (!found || found[1].includes('<namedCredentialType>SecuredEndpoint')) return [];
    const what = `The org has a named credential ${CREDENTIAL} of the old kind.`;
    const mend = `Rename or delete it: ${setupLink(facts.instanceUrl, 'credentials')}`;
    return [obstacle('names', what, mend)];
}

/** Connected apps and external client apps share their names. */
async function connectedApp({ org, facts }: Parameters<PreflightCheck>[0]): Promise<Finding[]> {
    const names = (await org.list('ConnectedApp')).map(({ name }) => name);
    if (!names.includes(CREDENTIAL)) return [];
    const what = `The org has a connected app ${CREDENTIAL}, a name that the external client app needs.`;
    return [obstacle('names', what, `Rename or delete it: ${setupLink(facts.instanceUrl, 'clientApps')}`)];
}
