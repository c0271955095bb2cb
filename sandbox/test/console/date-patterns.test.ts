import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datePattern, timePattern } from '../../console/platform/date-patterns.ts';

describe('date patterns', () => {
    const cases: [string, string, string, string][] = [
        ['en-US', 'M/d/yyyy', 'MMM d, yyyy', 'h:mm a'],
        ['nl-NL', 'd-M-yyyy', 'd MMM yyyy', 'HH:mm'],
        ['de-DE', 'd.M.yyyy', 'dd.MM.yyyy', 'HH:mm'],
        ['fr-FR', 'dd/MM/yyyy', 'd MMM yyyy', 'HH:mm'],
        ['es-ES', 'd/M/yyyy', 'd MMM yyyy', 'H:mm'],
        ['it-IT', 'dd/MM/yyyy', 'd MMM yyyy', 'HH:mm'],
        ['pt-BR', 'dd/MM/yyyy', "d 'de' MMM 'de' yyyy", 'HH:mm'],
        ['ja-JP', 'yyyy/M/d', 'yyyy/MM/dd', 'H:mm']
    ];
    for (const [locale, short, medium, time] of cases) {
        it(`are those of ${locale}`, () => {
            const patterns = [
                datePattern(locale, 'short'),
                datePattern(locale, 'medium'),
                timePattern(locale, 'short')
            ];
            assert.deepEqual(patterns, [short, medium, time]);
        });
    }

    it('name the month where a locale does', () => {
        assert.equal(datePattern('de-DE', 'long'), 'd. MMMM yyyy');
        assert.equal(datePattern('ja-JP', 'long'), "yyyy'年'M'月'd'日'");
    });
});
