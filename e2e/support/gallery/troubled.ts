import { blockAtOnce } from './acts.ts';
import type { GalleryState } from './state.ts';

const TROUBLE = 'c-conversation-error-panel';
const MINUTES = 1 / 60;

/** When something is not known or goes wrong. */
export const TROUBLED: readonly GalleryState[] = [
    {
        name: 'in-doubt',
        about: 'GoTallo did not answer: nothing is claimed.',
        person: 'Maria Lopez',
        before: async (scene) => {
            scene.sandbox.gotallo.faults.set('answer-lost');
            await scene.block('ana', { reason: 'Spam' });
            await scene.letPass(2 * MINUTES);
        },
        shows: 'lightning-badge'
    },
    {
        name: 'channel-in-doubt',
        about: 'GoTallo keeps them out of Salesforce; whether WhatsApp blocks them is not known.',
        person: 'Maria Lopez',
        before: async (scene) => {
            scene.sandbox.gotallo.faults.set('native-answer-lost');
            await scene.block('sam', { reason: 'Spam' });
        },
        shows: 'c-conversation-block-details'
    },
    {
        name: 'supervisor-question',
        about: 'A supervisor is asked what WhatsApp shows.',
        person: 'Maria Lopez',
        user: 'dana',
        before: async (scene) => {
            scene.sandbox.gotallo.faults.set('native-answer-lost');
            await scene.block('sam', { reason: 'Spam' });
            await scene.letPass(1);
        },
        shows: '[data-status=not-blocked]'
    },
    {
        name: 'nothing-changed',
        about: 'GoTallo refused the command: nothing was changed.',
        person: 'Maria Lopez',
        before: async (scene) => scene.sandbox.gotallo.faults.set('unauthorized'),
        act: blockAtOnce,
        shows: TROUBLE
    },
    {
        name: 'gotallo-busy',
        about: 'GoTallo says when to try again.',
        person: 'Maria Lopez',
        before: async (scene) => scene.sandbox.gotallo.faults.set('too-many-requests', { seconds: 90 }),
        act: blockAtOnce,
        shows: TROUBLE
    },
    {
        name: 'salesforce-down',
        about: 'Salesforce cannot say who is asking, so nothing is shown.',
        person: 'Maria Lopez',
        before: async ({ sandbox }) => void Object.assign(sandbox.org, { fault: 'unavailable' }),
        shows: TROUBLE
    }
];

/** After it, GoTallo is given a rest, so it comes last. */
export const GOTALLO_DOWN: GalleryState = {
    name: 'gotallo-down',
    about: 'GoTallo cannot be reached.',
    person: 'Maria Lopez',
    before: async (scene) => scene.sandbox.gotallo.faults.set('down'),
    act: blockAtOnce,
    shows: TROUBLE
};
