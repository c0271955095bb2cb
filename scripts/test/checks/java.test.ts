import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasJava, javaMissing, majorVersion } from '../../checks/java.ts';

describe('majorVersion', () => {
    const versions: [output: string, major: number][] = [
        ['openjdk version "17.0.15" 2025-04-15', 17],
        ['openjdk version "21" 2023-09-19', 21],
        ['java version "1.8.0_411"', 8],
        ['The operation could not be completed. Unable to locate a Java Runtime.', 0],
        ['', 0]
    ];
    for (const [output, major] of versions) {
        it(`reads ${major} from "${output}"`, () => {
            assert.equal(majorVersion(output), major);
        });
    }
});

describe('hasJava', () => {
    it('is false where there is no such command', async () => {
        assert.equal(await hasJava('no-such-java'), false);
    });

    it('is false where the command is something else', async () => {
        assert.equal(await hasJava(process.execPath), false);
    });
});

describe('javaMissing', () => {
    it('says in one line what was skipped and what to do', () => {
        assert.equal(
            javaMissing('Apex meaning (apex-ls)'),
            'skipped: Apex meaning (apex-ls) needs Java 17 or newer; install a JRE to run it'
        );
    });
});
