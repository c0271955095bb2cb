import { withSuggestion } from '../suggestion';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'Europe/Berlin' }), { virtual: true });

const DECISION = { reason: 'Spam', note: null, until: null, duration: 'custom' } as const;

describe('withSuggestion', () => {
    it.each([
        ['in winter', '2025-11-22T14:05:00.000Z', '2025-11-23T08:00:00.000Z'],
        ['late in the evening, when UTC has the day before', '2025-11-22T23:30:00.000Z', '2025-11-24T08:00:00.000Z'],
        ['in the night when summer time begins', '2026-03-28T20:00:00.000Z', '2026-03-29T07:00:00.000Z'],
        ['in the night when it ends', '2026-10-24T20:00:00.000Z', '2026-10-25T08:00:00.000Z']
    ])('suggests tomorrow at nine (%s)', (_when, now, until) => {
        jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
        expect(withSuggestion(DECISION, {}).until).toBe(until);
    });

    it('suggests nothing to who took the end away', () => {
        expect(withSuggestion(DECISION, { until: null }).until).toBeNull();
    });

    it('leaves an end that was chosen, and lengths', () => {
        const chosen = { ...DECISION, until: '2025-12-01T00:00:00.000Z' };
        expect(withSuggestion(chosen, {})).toBe(chosen);
        const length = { ...DECISION, duration: '1d' } as const;
        expect(withSuggestion(length, {})).toBe(length);
    });
});
