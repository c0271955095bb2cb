import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkApexRules } from '../../checks/apex-rules.ts';
import { formatProblem } from '../../checks/problem.ts';
import { needsJava } from '../support/java-tests.ts';
import { PROJECT, ProjectCopy } from '../support/project-copy.ts';

const PLANTED = `public class GoTalloPlanted {
    public static List<SObject> find(String name) {
        try {
            HttpRequest request = new HttpRequest();
            request.setEndpoint('http://proxy.example.com');
        } catch (Exception swallowed) {
        }
        return Database.query('SELECT Id FROM Account WHERE Name = \\'' + name + '\\'');
    }
}
`;

describe('checkApexRules', await needsJava('Apex rules (PMD)'), () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkApexRules(PROJECT), []);
    });

    it('finds injection, missing sharing, a swallowed exception and an endpoint without encryption', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.write('force-app/main/default/classes/GoTalloPlanted.cls', PLANTED);
        const found = (await checkApexRules(copy.root)).map(formatProblem);
        for (const rule of ['ApexSOQLInjection', 'ApexSharingViolations', 'EmptyCatchBlock', 'ApexInsecureEndpoint']) {
            assert.ok(
                found.some((line) => /classes\/GoTalloPlanted\.cls:\d+: /.test(line) && line.endsWith(`(${rule})`)),
                `${rule} was not found among:\n${found.join('\n')}`
            );
        }
    });
});
