import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONFIGURATIONS } from './configurations.ts';
import { checkConfiguration, checkPlant } from './model.ts';
import { PLANTS } from './plants.ts';
import { PROPERTIES } from './properties.ts';
import { reportOf } from './report.ts';
import { AT_ONCE, whyNot } from './spin.ts';

const reason = await whyNot();
const skip = reason ?? false;

describe('the block protocol, in every order', { concurrency: AT_ONCE }, () => {
    for (const configuration of CONFIGURATIONS) {
        it(`holds within its bounds: ${configuration.name}`, { skip }, async (t) => {
            const checked = await checkConfiguration(configuration);
            t.diagnostic(reportOf(checked));
            assert.equal(checked.fault, null);
        });
    }
});

describe('a mistake planted into the model', { concurrency: AT_ONCE }, () => {
    for (const plant of PLANTS) {
        const { name, breaks } = plant;
        it(`is found: ${name} breaks that ${PROPERTIES[breaks]}`, { skip }, async (t) => {
            const checked = await checkPlant(plant);
            t.diagnostic(reportOf(checked));
            assert.equal(checked.fault, null);
        });
    }
});
