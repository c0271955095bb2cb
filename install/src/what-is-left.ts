import { PACKAGE } from './layout.ts';
import type { InstallContext } from './context.ts';
import { setupLink } from './setup-links.ts';

/** What only people can do, in the order in which they need it. */
export function whatIsLeft(context: InstallContext): string[] {
    return [proxyWords(context), letterWords(context), pageWords(context), webhookWords(context), checkWords(context)];
}

/** The piece for the operator of the proxy. No word of it is secret. */
function proxyWords({ facts, org }: InstallContext): string {
    const tenant = {
        salesforce: {
            orgId: org.orgId,
            instanceUrl: facts.myDomain === null ? facts.instanceUrl : `https://${facts.myDomain}`,
            permissions: { block: ['GoTallo_Block_Conversations'], manage: ['GoTallo_Manage_Blocks'] }
        }
    };
    return `Give this to the operator of the proxy, for tenants.json (docs/configuration.md; the part of GoTallo is theirs):

${indented(JSON.stringify(tenant, null, 4))}

If your agents already have the permission of GoTallo's package, add its name to "block": docs/admin-setup.md.`;
}

function letterWords({ facts }: InstallContext): string {
    return `Send this to GoTallo's support, unless you have for this org:

    To: support@GoTallo.com
    Subject: Exclude the BLOCKED state from pushing, org ${facts.orgId}

    Hello,

    please exclude the conversation state BLOCKED from pushing messages to our Salesforce org:

        Organization id:  ${facts.orgId}
        Environment:      ${facts.isProduction ? 'production' : `sandbox ${facts.name}`}
        GoTallo tenant:   NAME

    Please confirm when BLOCKED is excluded.

    For a server of ours we also need:

      - the tenant id, and an API token that may change the state of conversations and block users
      - the call "Block User": method, path, body and answer, and which channels have it
      - a call that reads a conversation: its path, and which fields of the answer tell the
        state and whether the channel blocks the person

    Thank you`;
}

function pageWords({ facts: { instanceUrl } }: InstallContext): string {
    return `Place the component: open a Lead with a conversation > gear > Edit Page, and drag "GoTallo Conversation" beside the chat.
    Pages of Leads:  ${instanceUrl}/lightning/setup/ObjectManager/Lead/LightningPages/view
    Other objects:   ${setupLink(instanceUrl, 'objects')}
    Which field holds the conversation's id where a page chooses none: ${setupLink(instanceUrl, 'knownFields')}`;
}

function webhookWords({ options: { proxyUrl } }: InstallContext): string {
    return `Webhooks, once the operator has made their secret: GoTallo Configuration (package ${PACKAGE}) > Integrations and Webhooks > Add Service,
    type Webhook, URL ${proxyUrl}/v1/webhooks/gotallo/<secret>`;
}

function checkWords({ facts: { instanceUrl } }: InstallContext): string {
    return `See at any time what works and what does not, as a supervisor (GoTallo_Supervisor): the tab "GoTallo Set-up",
    ${instanceUrl}/lightning/n/GoTallo_Setup`;
}

function indented(text: string): string {
    return text.replaceAll(/^/gm, '    ');
}
