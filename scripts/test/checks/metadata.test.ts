import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkMetadata } from '../../checks/metadata.ts';
import { assertFound, itFinds, PROJECT, ProjectCopy, type Mistake } from '../support/project-copy.ts';

const METADATA = 'force-app/main/default';
const ORG_SETUP = 'org-setup/main/default';
const SEE = `${METADATA}/permissionsets/GoTallo_See.permissionset-meta.xml`;
const CREDENTIAL = `${ORG_SETUP}/namedCredentials/GoTallo_Proxy.namedCredential-meta.xml`;

const MISTAKES: Mistake[] = [
    {
        what: 'an unknown element',
        file: SEE,
        before: '<hasActivationRequired>false</hasActivationRequired>',
        after: '<needsActivation>false</needsActivation>',
        found: /GoTallo_See.*PermissionSet: unknown element <needsActivation>/
    },
    {
        what: 'an unknown element inside another',
        file: SEE,
        before: '<apexClass>GoTalloConversationController</apexClass>',
        after: '<apexClass>GoTalloConversationController</apexClass><visible>true</visible>',
        found: /PermissionSet\/classAccesses: unknown element <visible>/
    },
    {
        what: 'a value that is not offered',
        file: CREDENTIAL,
        before: '<namedCredentialType>SecuredEndpoint<',
        after: '<namedCredentialType>SecureEndpoint<',
        found: /NamedCredential\/namedCredentialType: "SecureEndpoint" is not one of .*SecuredEndpoint/
    },
    {
        what: 'text where a boolean belongs',
        file: CREDENTIAL,
        before: '<generateAuthorizationHeader>true<',
        after: '<generateAuthorizationHeader>yes<',
        found: /generateAuthorizationHeader: "yes" is not a boolean/
    },
    {
        what: 'text where a number belongs',
        file: `${ORG_SETUP}/externalCredentials/GoTallo_Proxy.externalCredential-meta.xml`,
        before: '<sequenceNumber>1<',
        after: '<sequenceNumber>first<',
        found: /sequenceNumber: "first" is not a number/
    },
    {
        what: 'elements where text belongs',
        file: CREDENTIAL,
        before: '<label>GoTallo Proxy</label>',
        after: '<label><text>GoTallo Proxy</text></label>',
        found: /NamedCredential\/label: must be text/
    },
    {
        what: 'text between elements',
        file: CREDENTIAL,
        before: '<label>',
        after: 'stray<label>',
        found: /NamedCredential: text "stray" between elements/
    },
    {
        what: 'a required element that is missing',
        file: SEE,
        before: '<label>GoTallo See Conversations</label>',
        after: '',
        found: /PermissionSet: <label> is missing/
    },
    {
        what: 'an element that occurs twice',
        file: CREDENTIAL,
        before: '<label>GoTallo Proxy</label>',
        after: '<label>GoTallo Proxy</label><label>GoTallo Proxy</label>',
        found: /NamedCredential: <label> occurs 2 times/
    },
    {
        what: 'an element that is not closed, with its line',
        file: CREDENTIAL,
        before: '<label>GoTallo Proxy</label>',
        after: '<label>GoTallo Proxy',
        found: /namedCredential-meta\.xml:\d+: .*label/
    },
    {
        what: 'a comment that is not closed',
        file: CREDENTIAL,
        before: '</NamedCredential>',
        after: '</NamedCredential><!-- end',
        found: /namedCredential-meta\.xml:1: Comment is not closed/
    },
    {
        what: 'a kind of platform event that does not exist',
        file: `${METADATA}/objects/GoTallo_Conversation_Changed__e/GoTallo_Conversation_Changed__e.object-meta.xml`,
        before: '<eventType>HighVolume<',
        after: '<eventType>LowVolume<',
        found: /CustomObject\/eventType: "LowVolume" is not one of .*HighVolume/
    },
    {
        what: 'a kind of quick action that does not exist',
        file: `${METADATA}/quickActions/Lead.GoTallo_Block_Conversation.quickAction-meta.xml`,
        before: '<type>LightningWebComponent<',
        after: '<type>WebComponent<',
        found: /QuickAction\/type: "WebComponent" is not one of/
    },
    {
        what: 'an API version that is not the one of the project',
        file: `${METADATA}/classes/GoTalloJson.cls-meta.xml`,
        before: '<apiVersion>66.0<',
        after: '<apiVersion>58.0<',
        found: /apiVersion is 58\.0; the project's is 66\.0/
    }
];

describe('checkMetadata', () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkMetadata(PROJECT), []);
    });

    itFinds(MISTAKES, checkMetadata);

    it('finds another type than the folder holds', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.write(CREDENTIAL, '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"/>');
        assertFound(await checkMetadata(copy.root), /<PermissionSet> must be <NamedCredential>/);
    });

    it('finds a file without elements', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.write(CREDENTIAL, '<?xml version="1.0" encoding="UTF-8"?>\n');
        assertFound(await checkMetadata(copy.root), /namedCredential-meta\.xml:1: /);
    });

    it('finds a suffix that a deployment would pass over', async (t) => {
        const copy = await ProjectCopy.create(t);
        const folder = `${ORG_SETUP}/extlClntAppGlobalOauthSets`;
        await copy.rename(
            `${folder}/GoTallo_Proxy_glbloauth.ecaGlblOauth-meta.xml`,
            `${folder}/GoTallo_Proxy_glbloauth.ecaGlobalOauth-meta.xml`
        );
        assertFound(await checkMetadata(copy.root), /the name must end with \.ecaGlblOauth-meta\.xml/);
    });

    it('finds a folder that no metadata type has', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.rename(`${METADATA}/customPermissions`, `${METADATA}/customPermission`);
        const problems = await checkMetadata(copy.root);
        assert.equal(problems.length, 2);
        assert.match(problems[0]?.message ?? '', /"customPermission" is not a folder/);
    });

    it('finds a field of an object under a suffix that a deployment would pass over', async (t) => {
        const copy = await ProjectCopy.create(t);
        const fields = `${METADATA}/objects/GoTallo_Conversation_Changed__e/fields`;
        await copy.rename(`${fields}/State__c.field-meta.xml`, `${fields}/State__c.fields-meta.xml`);
        assertFound(await checkMetadata(copy.root), /the name must end with \.object-meta\.xml or \.field-meta\.xml/);
    });

    it('refuses to pass when there is nothing to check', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.remove('force-app');
        await assert.rejects(checkMetadata(copy.root), /ENOENT/);
    });
});
