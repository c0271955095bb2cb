import type { ConversationView } from '#contract';
import * as i18n from './labels';

/** What is known of the channel's own block, in words, icon and colour. */
export interface Standing {
    /** Heading; {0} is the channel. */
    title: string;
    /** What it means here. */
    line: string;
    icon: string;
    variant: 'success' | 'warning' | null;
}

const CHECK = { icon: 'utility:check', variant: 'success' } as const;
const QUESTION = { icon: 'utility:question_mark', variant: 'warning' } as const;
const WARNING = { icon: 'utility:warning', variant: 'warning' } as const;

const BLOCKED: Standing = { title: i18n.blocked, line: i18n.blockedLine, ...CHECK };
const UNKNOWN: Standing = { title: i18n.unknown, line: i18n.unknownLine, ...QUESTION };
const NOT_BLOCKED: Standing = {
    title: i18n.notBlocked,
    line: i18n.stillWriteLine,
    icon: 'utility:info',
    variant: null
};
const REFUSED: Standing = { ...NOT_BLOCKED, ...WARNING };
const STILL_BLOCKED: Standing = { title: i18n.stillBlocked, line: i18n.stillBlockedLine, ...WARNING };
/** Where no unblock is offered, such as in a conversation that has expired. */
const STAYS_BLOCKED: Standing = { ...STILL_BLOCKED, line: i18n.blockedLine };
const MAYBE_BLOCKED: Standing = { title: i18n.maybe, line: i18n.maybeLine, ...QUESTION };

/** @returns null where there is nothing to say: the channel has no block of its own, or nobody is blocked at all */
export function standingOf({ state, block, platformBlock, actions }: ConversationView): Standing | null {
    const isBlocked = block !== null || state === 'BLOCKED';
    const withoutBlock = actions.includes('unblock') ? STILL_BLOCKED : STAYS_BLOCKED;
    switch (platformBlock.status) {
        case 'blocked':
            return isBlocked ? BLOCKED : withoutBlock;
        case 'unconfirmed':
            return isBlocked ? UNKNOWN : MAYBE_BLOCKED;
        case 'refused':
            return isBlocked ? REFUSED : null;
        case 'not-blocked':
            return isBlocked ? NOT_BLOCKED : null;
        default:
            return null;
    }
}
