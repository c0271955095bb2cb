import type { ConversationView } from '#contract';
import { channelName, format, hasBlock, isPending, known } from 'c/conversationLabels';
import * as i18n from './labels';
import { sentencesOf } from './reason';
import { CHECK, INFO, QUESTION, WARNING } from './effect';
import type { Effect } from './effect';

/** Of what the channel shows: a heading, in which {0} is the channel, and what it means here. */
type Known = Omit<Effect, 'lines'> & { line: string };
type Table = Readonly<Record<string, Known>>;

/** Of somebody who is blocked. */
const BLOCKED: Table = {
    blocked: { ...CHECK, title: i18n.blocked, line: i18n.blockedLine },
    unconfirmed: { ...QUESTION, title: i18n.unknown, line: i18n.unknownLine },
    refused: { ...WARNING, title: i18n.notBlocked, line: i18n.stillWriteLine },
    'not-blocked': { ...INFO, title: i18n.notBlocked, line: i18n.stillWriteLine }
};

/** Of somebody who is not; elsewhere the channel is as it should be. */
const NOT_BLOCKED: Table = {
    blocked: { ...WARNING, title: i18n.stillBlocked, line: i18n.stillBlockedLine },
    unconfirmed: { ...QUESTION, title: i18n.maybe, line: i18n.maybeLine }
};

/** @returns null where there is nothing to say: the channel has no block of its own, or nobody is blocked at all */
export function channelEffect(view: ConversationView): Effect | null {
    const isBlocked = hasBlock(view);
    const shown = known(isBlocked ? BLOCKED : NOT_BLOCKED, view.nativeBlock.status);
    // As long as the block itself is not confirmed, that it does not hold on the channel yet is no news.
    if (!shown || (isPending(view) && shown.icon === INFO.icon)) {
        return null;
    }
    const { title, line, ...look } = shown;
    const reasons = sentencesOf(view);
    // Where no unblock is offered, such as in a conversation that has expired, none is promised to help.
    const canHelp = line !== i18n.stillBlockedLine || view.actions.includes('unblock');
    return {
        ...look,
        title: format(title, channelName(view)),
        // Why it is not blocked says more than what that means.
        lines: isBlocked && reasons.length ? reasons : [canHelp ? line : i18n.blockedLine, ...reasons]
    };
}
