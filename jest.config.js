import { createRequire } from 'node:module';
import sfdxLwcJest from '@salesforce/sfdx-lwc-jest/config.js';

// sfdx-lwc-jest brings an older engine than the compiler it uses; templates must run on the one they are compiled for.
const engine = createRequire(import.meta.resolve('lwc')).resolve('@lwc/engine-dom/dist/index.cjs');

/** Tests of the components; everything else is tested by Node's own runner. */
export default {
    ...sfdxLwcJest.jestConfig,
    roots: ['<rootDir>/force-app'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    setupFilesAfterEnv: [...sfdxLwcJest.jestConfig.setupFilesAfterEnv, '<rootDir>/force-app/test/setup.ts'],
    moduleNameMapper: {
        '^(lwc|@lwc/engine-dom)$': engine,
        '^test/(.*)$': '<rootDir>/force-app/test/$1',
        '^@salesforce/apex/GoTallo(?:Conversation|Setup)Controller\\.(.*)$':
            '<rootDir>/force-app/test/jest-mocks/apex/$1',
        '^lightning/(actions|badge|button|buttonMenu|card|combobox|input|modal|textarea)$':
            '<rootDir>/force-app/test/jest-mocks/lightning/$1'
    },
    restoreMocks: true,
    resetMocks: true,
    // With the default provider the coverage of TypeScript components is silently empty.
    coverageProvider: 'v8',
    collectCoverageFrom: ['force-app/main/default/lwc/*/*.ts']
};
