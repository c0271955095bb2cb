import { blockAtOnce, openBlock, openForm, openHistory, openQuickAction, press } from './acts.ts';
import type { GalleryState } from './state.ts';
import { GOTALLO_DOWN, TROUBLED } from './troubled.ts';

const DETAILS = 'c-conversation-block-details';
const BLOCK = '[data-action=block]';
const NOTE = 'Sends links to coins every minute, and went on after two warnings.';

/** Before the block. */
const OPEN: readonly GalleryState[] = [
    { name: 'open', about: 'Nothing is blocked.', person: 'Maria Lopez', shows: BLOCK },
    {
        name: 'blocked-before',
        about: 'Open, after two blocks by colleagues.',
        person: 'Maria Lopez',
        before: async (scene) => {
            for (const user of ['sam', 'dana'] as const) {
                await scene.block(user, { reason: 'Spam' });
                await scene.letPass(40);
                await scene.unblock(user);
            }
            await scene.letPass(40);
        },
        shows: BLOCK
    },
    {
        name: 'block-menu',
        about: 'Block is a menu of reasons; one of them blocks. The channel itself keeps them away.',
        person: 'Maria Lopez',
        act: openBlock,
        shows: '[role=menuitem], [data-reason]'
    },
    {
        name: 'block-menu-state-only',
        about: 'The same where the channel cannot block.',
        person: 'Nora Lind',
        act: openBlock,
        shows: '[role=menuitem], [data-reason]'
    },
    {
        name: 'block-form',
        about: 'With a note or an end.',
        person: 'Maria Lopez',
        act: openForm,
        shows: 'c-conversation-block-form'
    },
    {
        name: 'quick-action',
        about: 'The quick action begins with the reasons.',
        person: 'Nora Lind',
        act: openQuickAction,
        shows: '[data-reason]',
        isDesktopOnly: true
    }
];

/** While it lasts. */
const BLOCKED: readonly GalleryState[] = [
    {
        name: 'blocked-just-now',
        about: 'For half a minute, Undo takes it back.',
        person: 'Maria Lopez',
        act: blockAtOnce,
        isBrief: true,
        shows: '[data-action=undo]'
    },
    {
        name: 'blocked-by-colleague',
        about: 'Blocked by a colleague with a note and an end, and changed by another.',
        person: 'Maria Lopez',
        before: async (scene) => {
            await scene.block('sam', { reason: 'Harassment', note: 'Called three times.', until: scene.inHours(76) });
            await scene.letPass(3);
            await scene.block('dana', { note: NOTE });
            await scene.letPass(1);
        },
        shows: '[data-action=unblock]'
    },
    {
        name: 'kept-out',
        about: 'Telegram cannot block, so they are kept out of Salesforce only.',
        person: 'Nora Lind',
        before: async (scene) => {
            await scene.block('sam', { reason: 'Spam' });
            await scene.letPass(1);
        },
        shows: DETAILS
    },
    {
        name: 'channel-refused',
        about: 'WhatsApp refused, as they did not write for 24 hours; they are kept out of Salesforce.',
        person: 'Ben Okafor',
        before: async (scene) => {
            await scene.block('ana', { reason: 'Spam' });
            await scene.letPass(1);
        },
        shows: DETAILS
    },
    {
        name: 'unblock-question',
        about: "Unblock asks first where it is a colleague's block.",
        person: 'Omar Haddad',
        act: (console) => press(console, 'unblock'),
        shows: 'c-conversation-confirm'
    },
    {
        name: 'history',
        about: 'Who did what, newest first.',
        person: 'Nora Lind',
        before: async (scene) => {
            await scene.block('sam', { reason: 'Fraud', note: NOTE, until: scene.inHours(168) });
            await scene.letPass(5);
            await scene.block('dana', { until: scene.inHours(48) });
            await scene.letPass(20);
            await scene.unblock('dana');
            await scene.letPass(1);
        },
        act: openHistory,
        shows: 'c-conversation-history li'
    }
];

/** Where there is little or nothing to do. */
const OTHERS: readonly GalleryState[] = [
    { name: 'bot', about: 'The bot answers.', person: 'Yuki Tanaka', shows: '[data-action=takeOver]' },
    { name: 'closed', about: 'The conversation is closed.', person: 'Jonas Weber', shows: '[data-action=reopen]' },
    { name: 'expired', about: 'It cannot be used anymore.', person: 'Chloe Martin', shows: 'lightning-badge' },
    { name: 'unknown', about: 'No message has told the state yet.', person: 'Tom Becker', shows: BLOCK },
    {
        name: 'no-conversation',
        about: 'The record has none.',
        person: 'Lena Fischer',
        shows: 'c-conversation-error-panel'
    },
    {
        name: 'no-permission',
        about: 'Who may not block sees the state only.',
        person: 'Maria Lopez',
        user: 'robin',
        shows: 'lightning-badge'
    }
];

/** In the order of the gallery. */
export const GALLERY_STATES: readonly GalleryState[] = [...OPEN, ...BLOCKED, ...TROUBLED, ...OTHERS, GOTALLO_DOWN];
