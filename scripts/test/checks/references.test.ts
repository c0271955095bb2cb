import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReferences } from '../../checks/references.ts';
import { formatProblem, type Problem } from '../../checks/problem.ts';
import { assertFound, itFinds, PROJECT, ProjectCopy, type Mistake } from '../support/project-copy.ts';

const METADATA = 'force-app/main/default';
const ORG_SETUP = 'org-setup/main/default';
const SEE = `${METADATA}/permissionsets/GoTallo_See.permissionset-meta.xml`;
const MANAGE = `${METADATA}/permissionsets/GoTallo_Manage.permissionset-meta.xml`;
const SETUP_PAGE = `${METADATA}/lwc/goTalloSetup/goTalloSetup.js-meta.xml`;
const BLOCK = `${METADATA}/permissionsets/GoTallo_Block.permissionset-meta.xml`;
const BASE = `${ORG_SETUP}/permissionsets/GoTallo_Base.permissionset-meta.xml`;
const AGENT = `${ORG_SETUP}/permissionsetgroups/GoTallo_Agent.permissionsetgroup-meta.xml`;
const LABELS = `${METADATA}/labels/CustomLabels.labels-meta.xml`;
const CLIENT = `${METADATA}/classes/GoTalloProxyClient.cls`;
const EVENTS = `${METADATA}/permissionsets/GoTallo_Events.permissionset-meta.xml`;
const LEAD_FIELD = `${METADATA}/customMetadata/GoTallo_Conversation_Field.Lead.md-meta.xml`;
const LEAD_ACTION = `${METADATA}/quickActions/Lead.GoTallo_Block_Conversation.quickAction-meta.xml`;
const CARD = `${METADATA}/lwc/conversationBlock/conversationBlock.js-meta.xml`;
const DECLARATIONS = 'types/lwc.d.ts';
const NEW_CODE = `${METADATA}/lwc/conversationBlock/planted.ts`;

const MISTAKES: Mistake[] = [
    {
        what: 'a permission set that grants a class that does not exist',
        file: SEE,
        before: '<description>',
        after: '<classAccesses><apexClass>GoTalloGone</apexClass><enabled>true</enabled></classAccesses><description>',
        found: /GoTallo_See.*: no class GoTalloGone/
    },
    {
        what: 'a permission set that grants a custom permission that does not exist',
        file: BLOCK,
        before: '<name>GoTallo_Block_Conversations<',
        after: '<name>GoTallo_Block_Conversation<',
        found: /no custom permission GoTallo_Block_Conversation$/
    },
    {
        what: 'a permission set that grants a principal that does not exist',
        file: BASE,
        before: 'GoTallo_Proxy-Agent',
        after: 'GoTallo_Proxy-Agents',
        found: /no external credential principal GoTallo_Proxy-Agents/
    },
    {
        what: 'a named credential on an external credential that does not exist',
        file: `${ORG_SETUP}/namedCredentials/GoTallo_Proxy.namedCredential-meta.xml`,
        before: '<externalCredential>GoTallo_Proxy<',
        after: '<externalCredential>GoTallo<',
        found: /no external credential GoTallo$/
    },
    {
        what: 'a certificate that the set-up does not create',
        file: `${ORG_SETUP}/externalCredentials/GoTallo_Proxy.externalCredential-meta.xml`,
        before: '<certificate>GoTallo_JWT<',
        after: '<certificate>GoTallo_Jwt<',
        found: /certificate GoTallo_Jwt is not one that the set-up creates/
    },
    {
        what: 'settings of an external client app that does not exist',
        file: `${ORG_SETUP}/extlClntAppOauthSettings/GoTallo_Proxy_oauth.ecaOauth-meta.xml`,
        before: '<externalClientApplication>GoTallo_Proxy<',
        after: '<externalClientApplication>GoTallo<',
        found: /no external client app GoTallo$/
    },
    {
        what: 'an app policy for a permission set that does not exist',
        file: `${ORG_SETUP}/extlClntAppOauthPolicies/GoTallo_Proxy_oauth_defaultPolicy.ecaOauthPlcy-meta.xml`,
        before: 'GoTallo_Base',
        after: 'GoTallo_Basis',
        found: /no permission set GoTallo_Basis/
    },
    {
        what: 'a callout to a named credential that does not exist, with its line',
        file: CLIENT,
        before: 'callout:GoTallo_Proxy',
        after: 'callout:GoTalloProxy',
        found: /GoTalloProxyClient\.cls:\d+: no named credential GoTalloProxy/
    },
    {
        what: 'Apex that checks a custom permission that does not exist',
        file: CLIENT,
        before: 'HttpResponse response;',
        after: "FeatureManagement.checkPermission('GoTallo_Block'); HttpResponse response;",
        found: /GoTalloProxyClient\.cls:\d+: no custom permission GoTallo_Block$/
    },
    {
        what: 'Apex that shows a label that does not exist',
        file: CLIENT,
        before: 'HttpResponse response;',
        after: 'String text = System.Label.GoTallo_Error_gone; HttpResponse response;',
        found: /GoTalloProxyClient\.cls:\d+: no label GoTallo_Error_gone/
    },
    {
        what: 'a label that is used nowhere',
        file: LABELS,
        before: '</CustomLabels>',
        after: '<labels><fullName>GoTallo_Card_unused</fullName><value>Text</value></labels></CustomLabels>',
        found: /GoTallo_Card_unused is used nowhere/
    },
    {
        what: 'a label that is defined twice',
        file: LABELS,
        before: '</CustomLabels>',
        after: '<labels><fullName>GoTallo_Error_notSetUp</fullName><value>Text</value></labels></CustomLabels>',
        found: /GoTallo_Error_notSetUp: is defined twice/
    },
    {
        what: 'a label whose value has white space around it',
        file: LABELS,
        before: '<value>GoTallo did not answer in time.',
        after: '<value>\n            GoTallo did not answer in time.',
        found: /GoTallo_Error_gotalloTimeout: white space/
    },
    {
        what: 'a label that is too long for the platform',
        file: LABELS,
        before: '<value>GoTallo did not answer in time.',
        after: `<value>${'x'.repeat(1001)}`,
        found: /GoTallo_Error_gotalloTimeout: value has \d+ characters, more than 1000/
    },
    {
        what: 'a problem code of the proxy without words for agents',
        file: 'types/contract/problems.d.ts',
        before: "| 'not-found'",
        after: "| 'not-found'\n    | 'out-of-order'",
        found: /GoTalloErrorMessages\.cls: no label for the problem code 'out-of-order'/
    },
    {
        what: 'a declared Apex method with another parameter than the method has',
        file: DECLARATIONS,
        before: 'note: string | null;',
        after: 'remark: string | null;',
        found: /blockConversation takes \(.*note, untilTime\), declared are \(.*remark, untilTime\)/
    },
    {
        what: 'a declared Apex method that lacks a parameter',
        file: DECLARATIONS,
        before: 'note: string | null;',
        after: '',
        found: /blockConversation takes \(.*note, untilTime\), declared are \(.*reason, untilTime\)/
    },
    {
        what: 'a permission set that grants an object that does not exist',
        file: EVENTS,
        before: '<object>GoTallo_Conversation_Changed__e<',
        after: '<object>GoTallo_Conversation_Change__e<',
        found: /GoTallo_Events.*: no object GoTallo_Conversation_Change__e/
    },
    {
        what: 'a permission set that grants a custom metadata type that does not exist',
        file: SEE,
        before: '<name>GoTallo_Conversation_Field__mdt<',
        after: '<name>GoTallo_Field__mdt<',
        found: /no custom metadata type GoTallo_Field__mdt/
    },
    {
        what: 'a permission set group with a set that does not exist',
        file: AGENT,
        before: '<permissionSets>GoTallo_Block<',
        after: '<permissionSets>GoTallo_Blocks<',
        found: /GoTallo_Agent\.permissionsetgroup.*: no permission set GoTallo_Blocks/
    },
    {
        what: 'a permission set group whose people cannot call the proxy',
        file: AGENT,
        before: '<permissionSets>GoTallo_Base</permissionSets>',
        after: '',
        found: /GoTallo_Agent\.permissionsetgroup.*: no external credential principal is granted/
    },
    {
        what: 'a custom metadata record with a field that does not exist',
        file: LEAD_FIELD,
        before: '<field>Field_Path__c<',
        after: '<field>Field__c<',
        found: /GoTallo_Conversation_Field\.Lead.*: GoTallo_Conversation_Field__mdt has no field Field__c/
    },
    {
        what: 'a quick action with a component that does not exist',
        file: LEAD_ACTION,
        before: '<lightningWebComponent>conversationBlockAction<',
        after: '<lightningWebComponent>blockAction<',
        found: /Lead\.GoTallo_Block_Conversation.*: no component blockAction/
    },
    {
        what: 'a quick action with a component that is not for record actions',
        file: LEAD_ACTION,
        before: '<lightningWebComponent>conversationBlockAction<',
        after: '<lightningWebComponent>conversationBlock<',
        found: /conversationBlock is not for lightning__RecordAction/
    },
    {
        what: 'a tab with a component that is not for tabs',
        file: SETUP_PAGE,
        before: '<target>lightning__Tab<',
        after: '<target>lightning__RecordPage<',
        found: /goTalloSetup is not for lightning__Tab/
    },
    {
        what: 'a permission set that shows a tab that does not exist',
        file: MANAGE,
        before: '<tab>GoTallo_Setup<',
        after: '<tab>GoTallo_Gone<',
        found: /GoTallo_Manage.*: no tab GoTallo_Gone/
    },
    {
        what: 'a persona that sees a tab and may not call its class',
        file: MANAGE,
        before: '<apexClass>GoTalloSetupController<',
        after: '<apexClass>GoTalloJson<',
        found: /GoTallo_Supervisor.*: class GoTalloSetupController has @AuraEnabled methods and is not granted/
    },
    {
        what: 'a design property whose list comes from a class that does not exist, with its line',
        file: CARD,
        before: 'name="conversationIdField"',
        after: 'name="other" datasource="apex://GoTalloGone" /><property name="conversationIdField"',
        found: /conversationBlock\.js-meta\.xml:\d+: no class GoTalloGone/
    },
    {
        what: 'a design property whose list comes from a class that lists nothing',
        file: CARD,
        before: 'name="conversationIdField"',
        after: 'name="other" datasource="apex://GoTalloJson" /><property name="conversationIdField"',
        found: /GoTalloJson does not extend VisualEditor\.DynamicPickList/
    }
];

const IMPORTS: { what: string; code: string; found: RegExp }[] = [
    {
        what: 'an import of an Apex method that does not exist',
        code: "import close from '@salesforce/apex/GoTalloConversationController.closeConversation';",
        found: /planted\.ts:1: no @AuraEnabled method GoTalloConversationController\.closeConversation/
    },
    {
        what: 'an import of an Apex method that is not for components',
        code: "import normalize from '@salesforce/apex/GoTalloConversationId.normalize';",
        found: /no @AuraEnabled method GoTalloConversationId\.normalize/
    },
    {
        what: 'an import of a label that does not exist',
        code: "\nimport label from '@salesforce/label/c.GoTallo_Card_gone';",
        found: /planted\.ts:2: no label GoTallo_Card_gone/
    },
    {
        what: 'an import of a custom permission that does not exist',
        code: "import may from '@salesforce/customPermission/GoTallo_Block';",
        found: /no custom permission GoTallo_Block$/
    },
    {
        what: 'an import of a message channel that does not exist',
        code: "import channel from '@salesforce/messageChannel/GoTallo_Chat__c';",
        found: /planted\.ts:1: no message channel GoTallo_Chat__c/
    }
];

describe('checkReferences', () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkReferences(PROJECT), []);
    });

    itFinds(MISTAKES, checkReferences);

    for (const { what, code, found } of IMPORTS) {
        it(`finds ${what}`, async (t) => {
            const copy = await ProjectCopy.create(t);
            await copy.write(NEW_CODE, code);
            assertFound(await checkReferences(copy.root), found);
        });
    }

    it('finds a tab with a component that does not exist', async (t) => {
        const copy = await ProjectCopy.create(t);
        const tab = `${METADATA}/tabs/GoTallo_Setup.tab-meta.xml`;
        await copy.replace(tab, '<lwcComponent>goTalloSetup<', '<lwcComponent>goTalloGone<');
        const found = (await checkReferences(copy.root)).map(({ message }) => message);
        assert.ok(found.includes('no component goTalloGone'));
    });

    it('finds for every persona that a class that components call is not granted', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(SEE, '<apexClass>GoTalloConversationController<', '<apexClass>GoTalloProxyClient<');
        assertForEveryPersona(
            await checkReferences(copy.root),
            'class GoTalloConversationController has @AuraEnabled methods and is not granted'
        );
    });

    it('finds for every persona that an event that components listen to may not be read', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(SEE, '<allowRead>true<', '<allowRead>false<');
        assertForEveryPersona(
            await checkReferences(copy.root),
            'components listen to GoTallo_Conversation_Changed__e, and it may not be read'
        );
    });

    it('finds an event that does not exist, and that its permission is missing', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.write(NEW_CODE, "\nexport const CHANNEL = '/event/GoTallo_Gone__e';");
        const found = (await checkReferences(copy.root)).map(formatProblem);
        assert.ok(found.some((line) => /planted\.ts:2: no platform event GoTallo_Gone__e/.test(line)));
        assert.equal(found.filter((line) => line.includes('GoTallo_Gone__e, and it may not be read')).length, 3);
        assert.equal(found.length, 4);
    });

    it('finds a custom metadata record whose type does not exist', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.rename(LEAD_FIELD, LEAD_FIELD.replace('Conversation_Field.', 'Field.'));
        assertFound(
            await checkReferences(copy.root),
            /GoTallo_Field\.Lead.*: no custom metadata type GoTallo_Field__mdt/
        );
    });

    it('asks nothing for people of a permission set that is not for them', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(EVENTS, '<object>GoTallo_Conversation_Changed__e<', '<object>Account<');
        assert.deepEqual(await checkReferences(copy.root), []);
    });

    it('accepts names of managed packages, which cannot be seen from here', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(
            SEE,
            '<description>',
            '<customPermissions><name>Social25__Any</name></customPermissions><description>'
        );
        await copy.replace(
            SEE,
            '<objectPermissions>',
            '<objectPermissions><object>Social25__Heroku_Message__c</object></objectPermissions><objectPermissions>'
        );
        assert.deepEqual(await checkReferences(copy.root), []);
    });

    it('does not take a comment for a use', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(CLIENT, 'HttpResponse response;', '/* System.Label.gone */ HttpResponse response;');
        assert.deepEqual(await checkReferences(copy.root), []);
    });
});

/** Asserts that a check found the one problem in every permission set group, and nothing else. */
function assertForEveryPersona(problems: Problem[], message: string): void {
    assert.deepEqual(
        problems,
        ['Agent', 'Supervisor', 'Viewer'].map((persona) => ({
            file: `${ORG_SETUP}/permissionsetgroups/GoTallo_${persona}.permissionsetgroup-meta.xml`,
            message
        }))
    );
}
