import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { CONFIGURATIONS } from '../../model/configurations.ts';
import { MODEL_FOLDER } from '../../model/model-text.ts';
import { PLANTS } from '../../model/plants.ts';
import { PROPERTIES } from '../../model/properties.ts';

describe('what the model is searched for', () => {
    it('has a planted mistake for every property', () => {
        const broken = new Set<string>(PLANTS.map(({ breaks }) => breaks));
        assert.deepEqual([...broken].sort(), Object.keys(PROPERTIES).sort());
    });

    it('has a planted mistake for every switch of the model', () => {
        const names = new Set(PLANTS.map(({ name }) => name));
        assert.deepEqual(namesAfter('#ifdef', 'plants.pml'), [...names].sort());
    });

    it('has a planted mistake within every bound that lets something happen', () => {
        const searched = boundsOf(CONFIGURATIONS).filter((bound) => !ONLY_LENGTHS.has(bound));
        const planted = boundsOf(PLANTS);
        assert.deepEqual(
            searched.filter((bound) => !planted.includes(bound)),
            []
        );
    });

    it('has no bound that the model does not know', () => {
        const known = namesAfter('#ifndef', 'bounds.pml');
        assert.deepEqual(
            boundsOf([...CONFIGURATIONS, ...PLANTS]).filter((bound) => !known.includes(bound)),
            []
        );
    });
});

/** They say how long something takes, and not that it happens. */
const ONLY_LENGTHS = new Set(['LATENESS', 'SEND_FOR', 'ANSWER']);

function boundsOf(searches: readonly { bounds: object }[]): string[] {
    return [...new Set(searches.flatMap(({ bounds }) => Object.keys(bounds)))].sort();
}

function namesAfter(directive: string, file: string): string[] {
    const text = readFileSync(path.join(MODEL_FOLDER, file), 'utf8');
    const found = text.matchAll(new RegExp(`^${directive} (\\w+)`, 'gm'));
    return [...new Set([...found].map(([, name = '']) => name))].sort();
}
