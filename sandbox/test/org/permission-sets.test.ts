import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grantedBy } from '../../org/permission-sets.ts';

const CHANGED = 'GoTallo_Conversation_Changed__e';

describe('grantedBy', () => {
    const personas: [string, string[]][] = [
        ['GoTallo_Viewer', []],
        ['GoTallo_Agent', ['GoTallo_Block_Conversations']],
        ['GoTallo_Supervisor', ['GoTallo_Block_Conversations', 'GoTallo_Manage_Blocks']]
    ];
    for (const [group, permissions] of personas) {
        it(`adds up the sets of the group ${group}`, () => {
            const granted = grantedBy([group]);
            assert.deepEqual(granted.customPermissions, permissions);
            assert.deepEqual(granted.userPermissions, ['ApiEnabled']);
            assert.ok(granted.readable.includes(CHANGED));
            assert.deepEqual(granted.creatable, ['UserExternalCredential']);
        });
    }

    it("gives the proxy's own user the event, and nothing else", () => {
        assert.deepEqual(grantedBy(['GoTallo_Events']), {
            customPermissions: [],
            userPermissions: [],
            readable: [CHANGED],
            creatable: [CHANGED]
        });
    });

    it('counts a set once that comes by two groups', () => {
        assert.deepEqual(grantedBy(['GoTallo_Agent', 'GoTallo_Viewer']), grantedBy(['GoTallo_Agent']));
    });

    it('grants nothing without a set', () => {
        assert.deepEqual(grantedBy([]).readable, []);
    });

    it('refuses a set that does not exist', () => {
        assert.throws(() => grantedBy(['GoTallo_Gone']), /no permission set GoTallo_Gone/);
    });
});
