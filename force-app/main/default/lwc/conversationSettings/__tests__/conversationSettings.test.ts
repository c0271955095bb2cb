import { asksMore, DEFAULT_SETTINGS, endOf, lengthOf, readSettings } from 'c/conversationSettings';
import type { RawSettings } from 'c/conversationSettings';

const KNOWN = ['Spam', 'Abuse', 'Fraud', 'Harassment', 'Other'];
const ALL = ['1h', '1d', '7d', '30d', 'custom', 'none'];

function messageFor(raw: RawSettings, property: keyof RawSettings): string | undefined {
    return readSettings(raw).problems.find((problem) => problem.property === property)?.message;
}

describe('readSettings', () => {
    it.each<[string, RawSettings]>([
        ['nothing', {}],
        ['null', { reasons: null, durations: null, presetDuration: null, density: null, requireReason: null }],
        ['blanks', { reasons: ' , ,', durations: ' ', presetDuration: '  ', density: ' ', conversationIdField: ' ' }]
    ])('has defaults and no complaint where the admin chose %s', (_what, raw) => {
        expect(readSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
    });

    it('requires a reason, offers everything, presets no end and shows all by default', () => {
        expect(DEFAULT_SETTINGS).toEqual({
            conversationIdField: null,
            reasons: KNOWN,
            durations: ALL,
            presetDuration: 'none',
            requireReason: true,
            noteReasons: [],
            askBeforeBlock: false,
            isCompact: false,
            showHistory: true,
            hideWithoutConversation: false
        });
    });

    it('takes what the admin chose, in that order', () => {
        const raw = {
            conversationIdField: ' Contact.My_Id__c ',
            reasons: 'Other, Wrong number ,Spam',
            durations: '7d,1h',
            presetDuration: '7d',
            requireReason: false,
            noteReasons: 'spam, Other',
            askBeforeBlock: true,
            density: 'compact',
            showHistory: false,
            hideWithoutConversation: true
        };
        expect(readSettings(raw)).toEqual({
            settings: {
                conversationIdField: 'Contact.My_Id__c',
                reasons: ['Other', 'Wrong number', 'Spam'],
                durations: ['7d', '1h'],
                presetDuration: '7d',
                requireReason: false,
                noteReasons: ['Spam', 'Other'],
                askBeforeBlock: true,
                isCompact: true,
                showHistory: false,
                hideWithoutConversation: true
            },
            problems: []
        });
    });

    it('forgives spaces, case, empty parts and repetitions', () => {
        const raw = {
            reasons: ',SPAM, Wrong Number ,, spam,wrong number',
            durations: ' 7 D,,1H , 1h,Custom',
            presetDuration: ' 7D ',
            density: ' Compact'
        };
        const { settings, problems } = readSettings(raw);

        expect(problems).toEqual([]);
        expect(settings.reasons).toEqual(['Spam', 'Wrong Number']);
        expect(settings.durations).toEqual(['7d', '1h', 'custom']);
        expect(settings.presetDuration).toBe('7d');
        expect(settings.isCompact).toBe(true);
    });

    it('takes lengths of the admin’s own', () => {
        const { settings, problems } = readSettings({ durations: '12h, 3 D,2w,520w,none', presetDuration: '3d' });
        expect(problems).toEqual([]);
        expect(settings.durations).toEqual(['12h', '3d', '2w', '520w', 'none']);
        expect(settings.presetDuration).toBe('3d');
    });

    it('keeps what an admin typed as text, markup included', () => {
        expect(readSettings({ reasons: '<b>Spam</b>' }).settings.reasons).toEqual(['<b>Spam</b>']);
    });

    it('does not break on a value that is no text', () => {
        const raw = { durations: 7, density: {}, reasons: true } as unknown as RawSettings;
        expect(readSettings(raw).settings.durations).toEqual(ALL);
    });
});

describe('readSettings: what it tells admins', () => {
    it('leaves durations out that are no length of time', () => {
        const raw = { durations: '1h, 2 fortnights,for ever' };
        expect(readSettings(raw).settings.durations).toEqual(['1h']);
        expect(messageFor(raw, 'durations')).toBe(
            'Durations: not a length of time: “2 fortnights”, “for ever”. Used now: 1h. In the settings of this ' +
                'component, write hours, days or weeks, such as 12h, 3d, 2w (ten years at most), or custom, or none.'
        );
    });

    it.each(['0d', '-3d', '1.5d', '3', 'd', '3m', '3dd', '007d', '1e3h', '99999999999999999999w', '3651d', '522w'])(
        'takes %s for no length',
        (durations) => {
            expect(readSettings({ durations }).settings.durations).toEqual(ALL);
            expect(messageFor({ durations }, 'durations')).toContain(`“${durations}”`);
        }
    );

    it('offers all durations when none of the list is known', () => {
        const raw = { durations: 'soon' };
        expect(readSettings(raw).settings.durations).toEqual(ALL);
        expect(messageFor(raw, 'durations')).toContain('Used now: 1h, 1d, 7d, 30d, custom, none.');
    });

    it.each([
        ['soon', 'is no length', ALL.join()],
        ['2w', 'is a length and not offered', '1h,none']
    ])('presets nothing where %s %s', (presetDuration, _why, durations) => {
        const raw = { presetDuration, durations };
        expect(readSettings(raw).settings.presetDuration).toBe('none');
        expect(messageFor(raw, 'presetDuration')).toContain(
            `Duration Chosen First: “${presetDuration}” is not among the durations that are offered. Used instead: none.`
        );
    });

    it('presets the first duration where every block must end', () => {
        const raw = { presetDuration: 'none', durations: '1d,1h' };
        expect(readSettings(raw).settings.presetDuration).toBe('1d');
        expect(messageFor(raw, 'presetDuration')).toContain('Used instead: 1d.');
    });

    it('does not complain of a preset that nobody chose', () => {
        const raw = { durations: '1d,1h' };
        expect(readSettings(raw)).toEqual({
            settings: { ...DEFAULT_SETTINGS, durations: ['1d', '1h'], presetDuration: '1d' },
            problems: []
        });
    });

    it('leaves out reasons of more than 100 characters', () => {
        const raw = { reasons: `${'x'.repeat(100)},${'y'.repeat(101)}` };
        expect(readSettings(raw).settings.reasons).toEqual(['x'.repeat(100)]);
        expect(messageFor(raw, 'reasons')).toContain(
            `Reasons: left out, because longer than 100 characters: “${'y'.repeat(30)}…”.`
        );
    });

    it('offers the known reasons when all are too long', () => {
        const raw = { reasons: 'y'.repeat(101) };
        expect(readSettings(raw).settings.reasons).toEqual(KNOWN);
        expect(messageFor(raw, 'reasons')).toContain('Offered now: Spam, Abuse, Fraud, Harassment, Other.');
    });

    it('says which reasons that need a note are not offered', () => {
        const raw = { reasons: 'Spam, Wrong number', noteReasons: 'wrong NUMBER, Fraud' };
        expect(readSettings(raw).settings.noteReasons).toEqual(['Wrong number']);
        expect(messageFor(raw, 'noteReasons')).toBe(
            'Require a Note for Reasons: not known: “Fraud”. Used now: Wrong number. ' +
                'In the settings of this component, use: Spam, Wrong number.'
        );
        expect(messageFor({ noteReasons: 'Nonsense' }, 'noteReasons')).toContain('Used now: –.');
    });

    it('is full when the density is not known', () => {
        const raw = { density: 'cosy' };
        expect(readSettings(raw).settings.isCompact).toBe(false);
        expect(messageFor(raw, 'density')).toBe(
            'Density: not known: “cosy”. Used now: full. In the settings of this component, use: full, compact.'
        );
    });

    it('names each property once, and leaves the rest as it is', () => {
        const { settings, problems } = readSettings({ durations: 'a,b', density: 'c', reasons: 'Spam' });
        expect(problems.map(({ property }) => property)).toEqual(['durations', 'density']);
        expect(settings.reasons).toEqual(['Spam']);
    });
});

describe('what a block needs beside a reason', () => {
    it('is a date where that is preset, and a note for some reasons', () => {
        const settings = { ...DEFAULT_SETTINGS, noteReasons: ['Other'] };
        expect(asksMore(settings, 'Other')).toBe(true);
        expect(asksMore(settings, 'Spam')).toBe(false);
        expect(asksMore(settings, null)).toBe(false);
        expect(asksMore({ ...settings, presetDuration: 'custom' }, 'Spam')).toBe(true);
    });
});

describe('a length', () => {
    it.each([
        ['12h', 12, 'hour', '2025-11-23T02:05:00.000Z'],
        ['3d', 3, 'day', '2025-11-25T14:05:00.000Z'],
        ['2w', 2, 'week', '2025-12-06T14:05:00.000Z']
    ])('%s is an amount of a unit, and ends', (duration, amount, unit, end) => {
        expect(lengthOf(duration)).toMatchObject({ amount, unit });
        expect(endOf(duration, Date.parse('2025-11-22T14:05:00.000Z'))).toBe(end);
    });

    it.each(['custom', 'none', 'same', '', '3'])('is not "%s"', (duration) => {
        expect(lengthOf(duration)).toBeNull();
        expect(endOf(duration, 0)).toBeNull();
    });
});
