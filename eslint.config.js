import jest from 'eslint-plugin-jest';
import importPlugin from 'eslint-plugin-import';
import lwc from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

const LWC = 'force-app/main/default/lwc/**/*.ts';
const LWC_TESTS = ['force-app/**/__tests__/**/*.ts', 'force-app/test/**/*.ts'];
const NODE = ['bench', 'e2e', 'fakes', 'faults', 'install', 'proxy', 'sandbox', 'scripts'].map(
    (folder) => `${folder}/**/*.ts`
);
const BROWSER_IN_SANDBOX = 'sandbox/console/**';

/** The parts of the proxy, and which others each may import beside `lib`: imports point one way. */
const PARTS = {
    lib: [],
    config: [],
    conversations: [],
    gotallo: ['config', 'conversations'],
    salesforce: ['config', 'conversations'],
    auth: ['config', 'conversations', 'salesforce'],
    events: ['config', 'conversations', 'salesforce'],
    store: ['conversations'],
    http: ['config', 'conversations', 'auth', 'gotallo']
};

/** The rooms of the domain, and which others each may import. */
const ROOMS = {
    knowledge: [],
    rules: ['knowledge'],
    protocol: ['knowledge', 'rules'],
    view: ['knowledge', 'rules', 'protocol']
};

function forbid(files, regex, message) {
    return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] } };
}

function arrowsOfPart([part, others]) {
    const allowed = ['lib', part, ...others];
    const forbidden = Object.keys(PARTS).filter((other) => !allowed.includes(other));
    const packages = part === 'http' ? '' : '|^express$';
    return forbid(
        [`proxy/src/${part}/**/*.ts`],
        String.raw`^(?:\.\./)+(?:(?:${forbidden.join('|')})/|(?:app|server|build-tenant)\.ts$)${packages}`,
        `${part}/ may import ${allowed.join('/, ')}/.`
    );
}

/** The domain knows nothing of the world: its rooms downward, its ports, `lib`, the contract and a structure in memory. */
function arrowsOfRoom([room, others]) {
    const rooms = others.map((other) => `${other}/`).join('|');
    const below = rooms === '' ? '' : String.raw`|\.\./(?:${rooms})`;
    return forbid(
        [`proxy/src/conversations/${room}/**/*.ts`],
        String.raw`^(?!\./|\.\./ports\.ts$|\.\./\.\./lib/|#contract$|lru-cache$${below})`,
        'Rooms import downward; describe what is needed from outside in ports.ts.'
    );
}

const ARROWS = [
    ...Object.entries(PARTS)
        .filter(([part]) => part !== 'conversations')
        .map(arrowsOfPart),
    forbid(
        ['proxy/src/conversations/*.ts'],
        String.raw`^(?!\./|\.\./lib/|#contract$|lru-cache$)`,
        'Describe what is needed in ports.ts instead.'
    ),
    ...Object.entries(ROOMS).map(arrowsOfRoom)
];

export default tseslint.config(
    {
        ignores: [
            '**/node_modules/',
            'force-app/**/*.js',
            '**/coverage/',
            '**/test-results/',
            '.data/',
            '.cache/',
            '.sfdx/'
        ]
    },
    { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

    { name: 'every TypeScript', files: ['**/*.ts'], extends: [tseslint.configs.recommended] },
    {
        files: ['**/*.ts'],
        rules: {
            eqeqeq: ['error', 'always', { null: 'ignore' }],
            // Ambient declarations can import in no other way than in an annotation.
            '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
            '@typescript-eslint/no-import-type-side-effects': 'error'
        }
    },

    {
        name: 'small files',
        files: ['**/*.ts'],
        ignores: ['**/*.test.ts', '**/test/**'],
        rules: { 'max-lines': ['error', 200], 'max-lines-per-function': ['error', 60] }
    },

    {
        name: 'memory of the proxy',
        files: ['proxy/src/**/*.ts'],
        rules: {
            '@typescript-eslint/no-restricted-imports': [
                'error',
                {
                    paths: ['http', 'node:http'].map((name) => ({
                        name,
                        allowTypeImports: true,
                        message: 'Take it from lib/node-http.ts, which says why.'
                    }))
                }
            ]
        }
    },

    { name: 'components', files: [LWC], extends: [lwc.configs.recommendedTs] },
    {
        // The parser that the Salesforce configuration sets takes types for undefined variables.
        files: [LWC, ...LWC_TESTS],
        languageOptions: { parser: tseslint.parser },
        rules: {
            'no-undef': 'off',
            'no-unused-vars': 'off',
            // The compiler sees to these, and knows when a switch is complete.
            'consistent-return': 'off',
            'default-case': 'off',
            'dot-notation': 'off',
            'no-void': ['error', { allowAsStatement: true }]
        }
    },
    {
        name: 'tests of components',
        files: LWC_TESTS,
        extends: [jest.configs['flat/recommended']],
        // Tests look at a component from outside, as the page does.
        rules: { '@lwc/lwc/no-document-query': 'off' }
    },

    {
        name: 'Node',
        files: NODE,
        ignores: [BROWSER_IN_SANDBOX],
        plugins: { import: importPlugin },
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            'import/enforce-node-protocol-usage': ['error', 'always'],
            '@typescript-eslint/await-thenable': 'error',
            '@typescript-eslint/no-misused-promises': 'error',
            '@typescript-eslint/only-throw-error': 'error',
            '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
            '@typescript-eslint/no-floating-promises': [
                'error',
                // node:test waits for these by itself.
                {
                    allowForKnownSafeCalls: [
                        { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] }
                    ]
                }
            ]
        }
    },
    { name: 'the proxy writes to its log only', files: ['proxy/src/**/*.ts'], rules: { 'no-console': 'error' } },
    ...ARROWS
);
