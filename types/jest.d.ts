/** Globals of Jest and the matcher of sa11y, for the tests of the components. */
import type * as globals from '@jest/globals';

declare global {
    const afterEach: typeof globals.afterEach;
    const beforeEach: typeof globals.beforeEach;
    const describe: typeof globals.describe;
    const expect: typeof globals.expect;
    const it: typeof globals.it;
    const jest: typeof globals.jest;
}

declare module 'expect' {
    interface Matchers<R> {
        /** Runs axe on an element or on the document. */
        toBeAccessible(): Promise<R>;
    }
}
