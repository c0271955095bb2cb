import { DEFAULT_SETTINGS, readSettings } from 'c/conversationSettings';
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
            askBeforeBlock: false,
            isCompact: false,
            showHistory: true
        });
    });

    it('takes what the admin chose, in that order', () => {
        const raw = {
            conversationIdField: ' Contact.My_Id__c ',
            reasons: 'Other, Wrong number ,Spam',
            durations: '7d,1h',
            presetDuration: '7d',
            requireReason: false,
            askBeforeBlock: true,
            density: 'compact',
            showHistory: false
        };
        expect(readSettings(raw)).toEqual({
            settings: {
                conversationIdField: 'Contact.My_Id__c',
                reasons: ['Other', 'Wrong number', 'Spam'],
                durations: ['7d', '1h'],
                presetDuration: '7d',
                requireReason: false,
                askBeforeBlock: true,
                isCompact: true,
                showHistory: false
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

    it('keeps what an admin typed as text, markup included', () => {
        expect(readSettings({ reasons: '<b>Spam</b>' }).settings.reasons).toEqual(['<b>Spam</b>']);
    });

    it('does not break on a value that is no text', () => {
        const raw = { durations: 7, density: {}, reasons: true } as unknown as RawSettings;
        expect(readSettings(raw).settings.durations).toEqual(ALL);
    });
});

describe('readSettings: what it tells admins', () => {
    it('leaves durations out that are not known', () => {
        const raw = { durations: '1h, 2w,for ever' };
        expect(readSettings(raw).settings.durations).toEqual(['1h']);
        expect(messageFor(raw, 'durations')).toBe(
            'Durations: not known: “2w”, “for ever”. Used now: 1h. ' +
                'In the settings of this component, use: 1h, 1d, 7d, 30d, custom, none.'
        );
    });

    it('offers all durations when none of the list is known', () => {
        const raw = { durations: 'soon' };
        expect(readSettings(raw).settings.durations).toEqual(ALL);
        expect(messageFor(raw, 'durations')).toContain('Used now: 1h, 1d, 7d, 30d, custom, none.');
    });

    it.each([
        ['2w', 'is not known', ALL.join()],
        ['30d', 'is known and not offered', '1h,none']
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
