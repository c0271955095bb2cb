/** One kind of tests, and how it is run. */
export interface TestSuite {
    name: string;
    /** What it covers, for the one who reads the list. */
    covers: string;
    runner: 'jest' | 'node';
    /** Files for Node's runner. */
    files?: string;
    /** A server that its tests are given; where it is not installed, the suite is skipped and says so. */
    needs?: 'postgres';
}

/** All tests, the quickest first, so that what is broken shows early. */
export const TEST_SUITES: readonly TestSuite[] = [
    { name: 'lwc', covers: 'the components', runner: 'jest' },
    { name: 'proxy', covers: 'the proxy', runner: 'node', files: 'proxy/test/**/!(*.server).test.ts' },
    {
        name: 'postgres',
        covers: 'the proxy on a PostgreSQL server',
        runner: 'node',
        files: 'proxy/test/{conversations,http,store}/*.test.ts',
        needs: 'postgres'
    },
    {
        name: 'sandbox',
        covers: 'the local org and the local GoTallo',
        runner: 'node',
        files: 'sandbox/test/**/*.test.ts'
    },
    {
        name: 'faults',
        covers: 'the block protocol under faults and crashes',
        runner: 'node',
        files: 'faults/test/**/*.test.ts'
    },
    { name: 'checks', covers: 'the offline checks', runner: 'node', files: 'scripts/test/**/*.test.ts' },
    { name: 'e2e', covers: 'the whole way in a browser', runner: 'node', files: 'e2e/**/*.test.ts' }
];
