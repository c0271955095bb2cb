import { readFileSync } from 'node:fs';
import path from 'node:path';

const { paths } = JSON.parse(readFileSync(new URL('tsconfig.lwc.json', import.meta.url), 'utf8')).compilerOptions;

/** The modules that the console page gives in place of the platform's. */
const PLATFORM = [
    'actions',
    'calendar-data',
    'call-apex',
    'emp-api',
    'flow-support',
    'i18n',
    'labels',
    'message-service',
    'navigation',
    'refresh',
    'session',
    'show-toast',
    'workspace-api'
];

/**
 * What nothing uses: files, exports and dependencies.
 * @type {import('knip').KnipConfig}
 */
export default {
    entry: [
        'sandbox/console/main.ts',
        `sandbox/console/platform/{${PLATFORM.join()}}.ts`,
        '**/*.test.ts',
        // Started as processes of their own, by their paths.
        'bench/{inside/{profile,run-sql},load/generator,servers/*}.ts',
        // The platform draws a component by its template, below.
        '{force-app,sandbox}/**/*.html',
        'force-app/test/jest-mocks/**/*.ts',
        'jest.config.js',
        // Run by hand when the code changes.
        'proxy/model/write-steps-left.ts',
        // Started as processes of their own, by bin/ and by tests.
        'install/{install,uninstall,install-scratch}.ts',
        // For npm's "prepare", where it is there.
        'scripts/use-git-hooks.js',
        'types/*.d.ts'
    ],
    project: ['**/*.{ts,js,html}'],
    paths: { ...paths, '#contract': ['./types/contract.d.ts'] },
    compilers: {
        // A template uses the class beside it, and nothing else of that file.
        html: (_text, file) => `import own from './${path.basename(file, '.html')}.ts'; own;`
    },
    ignoreDependencies: [
        // Modules of the platform.
        /^@salesforce\/(?:apex|client|i18n|label|messageChannel|user|userPermission)$/,
        'lightning',
        // Comes with sfdx-lwc-jest, in the version that it takes.
        '@jest/globals',
        'jest-mock',
        // Read as files.
        '@salesforce-ux/design-system',
        'lightning-base-components',
        // Packages of install/, which has a package.json of its own.
        '@salesforce/core',
        '@salesforce/source-deploy-retrieve'
    ],
    // On the machine where it is used.
    ignoreBinaries: ['sf', 'taskset']
};
