import { AGENTS, ORGANIZATION_ID } from './org/users.ts';
import type { Sandbox } from './sandbox.ts';

/** What the terminal says when everything runs: what to try, and how to call the proxy by hand. */
export function welcome(sandbox: Sandbox): string {
    return `
The sandbox is ready:  ${sandbox.url.replace('127.0.0.1', 'localhost')}

What to try
  1. Open Nora Lind. She sends spam on Telegram, which cannot block. Press Block, choose a
     reason, confirm.
  2. Write as the customer (the bar at the bottom). The chat window shows the message;
     the list of Heroku Messages gets none.
  3. Switch the user at the top right to Sam Lee: he sees who blocked her and why.
  4. Unblock her and write as the customer again: the next message arrives in Salesforce.
  5. Block Maria Lopez, on WhatsApp: the bar shows what WhatsApp itself does, and what she
     writes is lost. Ben Okafor has not written for a day, so WhatsApp refuses.
  6. Choose that GoTallo "acts on Block User, but its answer is lost", and block Diego Ruiz:
     nobody can tell. Press +1 hour, until which the call might still be carried out. Then be Dana
     Fox, the supervisor, compare with the bar, and say what is true.
     SANDBOX_READ=on npm start lets the proxy look by itself. Try other faults, then "works".
  7. Be Robin Doe, who has no permission.
  8. Two agents side by side (at the top), with Nora Lind as the record: block for one hour in
     one pane, see it in the other, press +1 hour, and the block ends in both.
  9. Place, Width, Language and App Builder, in the bar: an app page, a Flow screen, the mobile
     app, 240 px, German, right to left, and what an admin can set. Maya Admin sees what is set
     wrong. The quick action is in the highlights panel, the utility bar above the sandbox's.

To call the proxy by hand, as docs/http-api.md shows: as Ana Silva, about Maria Lopez, and as
Dana Fox, the supervisor. The tokens work on this machine only.
${callByHand(sandbox)}

Stop with Ctrl+C.
`;
}

function callByHand(sandbox: Sandbox): string {
    const variables = {
        PROXY: sandbox.proxyUrl,
        ORG: ORGANIZATION_ID,
        TOKEN: tokenOf('Agent', sandbox),
        SUPERVISOR_TOKEN: tokenOf('Supervisor', sandbox),
        CONVERSATION: sandbox.records()[0]?.conversationId ?? '',
        WEBHOOK: sandbox.webhooks.url ?? '',
        GOTALLO_TENANT: sandbox.gotalloAccess.tenantId
    };
    return Object.entries(variables)
        .map(([name, value]) => `export ${name}='${value}'`)
        .join('\n');
}

function tokenOf(role: string, { tokenOf: tokenOfUser }: Sandbox): string {
    return tokenOfUser(AGENTS.find((user) => user.role === role)?.username ?? '');
}
