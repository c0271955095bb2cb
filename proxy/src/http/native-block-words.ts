import type { NativeBlockReason } from '#contract';
import type { ViewWords } from '../conversations/view/conversation-view.ts';

/** Words for the native block, as the views take them. */
export type NativeBlockWords = ViewWords['nativeBlockMessage'];

/**
 * What follows "because", with the channel as "it"; null where nothing is known that would explain anything.
 * Rules and codes of WhatsApp: developers.facebook.com/documentation/business-messaging/whatsapp/block-users/
 */
const CAUSES: Readonly<Record<NativeBlockReason, string | null>> = {
    'window-closed': 'it blocks only people who wrote in the last 24 hours',
    'list-full': 'its list of blocked people is full',
    'own-number': "the number is the business's own",
    'too-many': 'too many requests were made in a short time',
    'channel-trouble': 'it had trouble of its own',
    'not-done': 'it could not carry this out',
    'not-accepted': null,
    'set-up': 'GoTallo did not take the call, which your admin can look into',
    'not-reached': 'GoTallo could not be reached',
    'no-answer': 'no answer came in time',
    'not-clear': 'no clear answer came',
    'changed-elsewhere': 'the block was changed elsewhere',
    'wrote-since': 'they have written since the block was confirmed'
};

/** What the agent can do to have the channel asked once more: only an unblock makes room for that. */
const ASK_AGAIN = 'unblock and block again to ask once more';

/** What may help after a block that the channel does not have; nothing is said where asking again does not help. */
const REMEDIES: Partial<Record<NativeBlockReason, string>> = {
    'window-closed': `when they write again, ${ASK_AGAIN}`,
    'list-full': `when it has room, ${ASK_AGAIN}`,
    'too-many': `in a while, ${ASK_AGAIN}`,
    'channel-trouble': `in a while, ${ASK_AGAIN}`,
    'not-done': ASK_AGAIN,
    'set-up': `after that, ${ASK_AGAIN}`,
    'not-reached': ASK_AGAIN
};

/**
 * What a channel is known to ask for where it names no reason.
 * Source: developers.facebook.com/documentation/business-messaging/instagram-messaging/features/moderate-conversations
 */
const KNOWN_RULES: ReadonlyMap<string, string> = new Map([
    ['Instagram', 'it takes no accounts linked in Accounts Center, and needs a conversation and Advanced Access']
]);

/**
 * Says in one plain sentence for agents what is to be known of the native block; null where its status says all.
 * The label is the name people know, such as `WhatsApp`, and null when the channel is not known; a block of ours is open
 * while it is in place or asked for.
 */
export const nativeBlockMessage: NativeBlockWords = ({ status, reason }, channelLabel, isBlockOpen) => {
    const channel = channelLabel ?? 'the channel';
    switch (status) {
        case 'blocked':
            return reason === null ? null : sentence(stillBlocked(channel, reason));
        case 'not-blocked':
            return reason === null || !isBlockOpen ? null : sentence(stateOnly(channel, reason));
        case 'refused':
            return isBlockOpen ? sentence(stateOnly(channel, reason ?? 'not-accepted')) : null;
        case 'unconfirmed':
            return sentence(notKnown(channel, reason, isBlockOpen));
    }
};

/** Of the block by state nothing is claimed but that it is another thing: it may itself be in doubt. */
function stateOnly(channel: string, reason: NativeBlockReason): string {
    const what = reason === 'not-accepted' ? refusedAsIs(channel) : `${channel} does not block this person`;
    const remedy = REMEDIES[reason];
    const toDo = remedy === undefined ? '' : `; ${remedy}`;
    return `${what}${because(reason)}; the block of this conversation does not depend on that${toDo}`;
}

function refusedAsIs(channel: string): string {
    const rules = KNOWN_RULES.get(channel);
    return `${channel} did not accept the block${rules === undefined ? '' : ` (${rules})`}`;
}

function stillBlocked(channel: string, reason: NativeBlockReason): string {
    const why = reason === 'not-accepted' ? ', because it did not accept the unblock' : because(reason);
    return `${channel} still blocks this person${why}`;
}

/** Without a block of ours the person may be kept away by the channel all the same; after a change elsewhere all is open. */
function notKnown(channel: string, reason: NativeBlockReason | null, isBlockOpen: boolean): string {
    const mayBe = !isBlockOpen && reason !== 'changed-elsewhere';
    const what = mayBe
        ? `this person may be blocked by ${channel}`
        : `it is not known whether ${channel} blocks this person`;
    return `${what}${because(reason)}; a supervisor can look there and say what it shows`;
}

function because(reason: NativeBlockReason | null): string {
    const cause = reason === null ? null : CAUSES[reason];
    return cause === null ? '' : `, because ${cause}`;
}

function sentence(text: string): string {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
