import ConversationBlockForm from 'c/conversationBlockForm';
import type { ConversationView } from '#contract';
import { exactTime } from 'c/conversationLabels';
import { createComponent, textOf } from 'test/dom';
import { NATIVE_CHANNEL, NOT_KEPT_OUT, onChannel, openView, UNKNOWN_CHANNEL } from 'test/views';

const NOW = Date.parse('2025-11-22T14:05:00.000Z');
const LATER = '2025-11-22T17:05:00.000Z';
const EARLIER = '2025-11-22T11:05:00.000Z';

const KEEPS_OUT = 'We stop their new messages from entering Salesforce.';
const NO_LONGER_REACH = 'They can no longer reach you on WhatsApp.';
const CAN_STILL_WRITE = 'They can still write on WhatsApp';

type Possible = Partial<ConversationView['channel']>;

/** A person whom nobody has blocked yet, on a channel with a block of its own. */
function native(changes: Possible, nativeBlock = onChannel('not-blocked').nativeBlock): ConversationView {
    return openView({ channel: { ...NATIVE_CHANNEL, ...changes }, nativeBlock });
}

function open(view: ConversationView): Promise<HTMLElement> {
    return createComponent<{ view: ConversationView }>('c-conversation-block-form', ConversationBlockForm, { view });
}

describe('c-conversation-block-form: what to expect on a channel with a block of its own', () => {
    beforeEach(() => {
        jest.spyOn(Date, 'now').mockReturnValue(NOW);
    });

    it('says what the block of the channel means, and what holds if it is not accepted', async () => {
        const dialog = await open(native({}));
        const text = textOf(dialog);

        expect(text).toContain(NO_LONGER_REACH);
        expect(text).toContain('You cannot write to them, and messages they send while blocked are lost.');
        expect(text).toContain('They are not told. You can unblock at any time.');
        expect(text).toContain('If the block is not accepted by WhatsApp, we still stop their new messages');
        expect(text).not.toContain(CAN_STILL_WRITE);
        expect(text).not.toContain('possible until');
        await expect(dialog).toBeAccessible();
    });

    it('says until when the channel accepts a block, as a time and as what is left', async () => {
        const dialog = await open(native({ windowClosesAt: LATER }));

        expect(textOf(dialog)).toContain(NO_LONGER_REACH);
        expect(textOf(dialog)).toContain(`A block there is possible until ${exactTime(LATER, NOW)} (in 3 hours).`);
        await expect(dialog).toBeAccessible();
    });

    it.each<[string, Possible]>([
        ['as the proxy says', { nativePossible: 'no', windowClosesAt: EARLIER }],
        ['though it was open when the card was drawn', { nativePossible: 'yes', windowClosesAt: EARLIER }],
        ['at this very moment', { nativePossible: 'yes', windowClosesAt: new Date(NOW).toISOString() }]
    ])('promises no block on the channel when its time is over, %s', async (_when, changes) => {
        const dialog = await open(native(changes));
        const text = textOf(dialog);

        expect(text).toContain(KEEPS_OUT);
        expect(text).toContain('On WhatsApp you can only block someone who wrote in the last 24 hours.');
        expect(text).toContain(`That time ended on ${exactTime(changes.windowClosesAt ?? '', NOW)}`);
        expect(text).toContain(CAN_STILL_WRITE);
        expect(text).not.toContain(NO_LONGER_REACH);
        await expect(dialog).toBeAccessible();
    });

    it('says that the channel is asked and may say no when nobody knows whether it can', async () => {
        const dialog = await open(native({ nativePossible: 'unknown' }));
        const text = textOf(dialog);

        expect(text).toContain(KEEPS_OUT);
        expect(text).toContain('We also ask WhatsApp to block them; whether it accepts is not known yet.');
        expect(text).not.toContain(NO_LONGER_REACH);
        await expect(dialog).toBeAccessible();
    });

    it.each<Possible>([
        { nativePossible: 'yes' },
        { nativePossible: 'yes', windowClosesAt: LATER },
        { nativePossible: 'unknown' },
        { nativePossible: 'no', windowClosesAt: EARLIER }
    ])('says that the channel is not asked while it may block already (%p)', async (changes) => {
        const dialog = await open(native(changes, { status: 'unconfirmed', reason: null, version: null }));
        const text = textOf(dialog);

        expect(text).toContain(KEEPS_OUT);
        expect(text).toContain('It is not known whether they are blocked on WhatsApp already.');
        expect(text).toContain('a repeat could undo the block. You can unblock at any time.');
        expect(text).not.toContain(NO_LONGER_REACH);
        await expect(dialog).toBeAccessible();
    });

    it('speaks of Salesforce alone when the channel cannot, for whatever reason', async () => {
        const text = textOf(await open(native({ nativePossible: 'no' })));
        expect(text).toContain(KEEPS_OUT);
        expect(text).toContain(CAN_STILL_WRITE);
        expect(text).not.toContain('24 hours');
    });
});

describe('c-conversation-block-form: what to expect where GoTallo still sends messages of blocked people', () => {
    const STILL_SENDS = 'GoTallo still sends their messages here. Ask your admin.';

    beforeEach(() => {
        jest.spyOn(Date, 'now').mockReturnValue(NOW);
    });

    it('says what the block of the channel means, and that nothing is kept out if it is not accepted', async () => {
        const view = { ...native({ windowClosesAt: LATER }), blockedStateExcluded: false };
        const dialog = await open(view);
        const text = textOf(dialog);

        expect(text).toContain(NO_LONGER_REACH);
        expect(text).toContain('A block there is possible until');
        expect(text).toContain('If the block is not accepted by WhatsApp, new messages still reach Salesforce.');
        expect(text).toContain('new messages still reach Salesforce. Ask your admin.');
        expect(text).not.toContain('stop their new messages');
        await expect(dialog).toBeAccessible();
    });

    it.each<[string, Possible, ReturnType<typeof onChannel>['nativeBlock']['status'], string]>([
        ['time is over', { nativePossible: 'no', windowClosesAt: EARLIER }, 'not-blocked', 'That time ended on'],
        ['nobody knows whether it can', { nativePossible: 'unknown' }, 'not-blocked', 'We also ask WhatsApp'],
        ['it cannot', { nativePossible: 'no' }, 'not-blocked', CAN_STILL_WRITE],
        ['it is not asked', { nativePossible: 'yes' }, 'unconfirmed', 'we do not ask for it there']
    ])(
        'has no promise of Salesforce, and still says what the channel does: %s',
        async (_why, changes, status, words) => {
            const view = { ...native(changes, { status, reason: null, version: null }), blockedStateExcluded: false };
            const dialog = await open(view);
            const text = textOf(dialog);

            expect(text).toContain(STILL_SENDS);
            expect(text).toContain(words);
            expect(text).not.toContain('stop their new messages');
            expect(text).not.toContain(NO_LONGER_REACH);
            await expect(dialog).toBeAccessible();
        }
    );
});

describe('c-conversation-block-form: what to expect on a channel without a block of its own', () => {
    it('says what a block means on the channel', async () => {
        const text = textOf(await open(openView()));

        expect(text).toContain(KEEPS_OUT);
        expect(text).toContain(CAN_STILL_WRITE);
        expect(text).toContain('stay visible in the chat window');
        expect(text).toContain('You can unblock at any time.');
        expect(text).not.toContain('cannot block people');
    });

    it('does not promise to keep messages out of an org where GoTallo still sends them', async () => {
        const form = await open(openView(NOT_KEPT_OUT));

        expect(textOf(form)).toContain('GoTallo still sends their messages here. Ask your admin.');
        expect(textOf(form)).not.toContain('We stop their new messages');
        await expect(form).toBeAccessible();
    });

    it('says what a block means when the channel is not known', async () => {
        const form = await open(openView({ channel: UNKNOWN_CHANNEL }));
        expect(textOf(form)).toContain('They can still write on the channel, and their messages');
        await expect(form).toBeAccessible();
    });
});
