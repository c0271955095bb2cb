/** One kind of tests, and how it is run. */
export interface TestSuite {
    name: string;
    /** What it covers, for the one who reads the list. */
    covers: string;
    runner: 'jest' | 'node';
    /** A glob of its files. */
    files: string;
    /** Only files in which this is written. */
    filesWith?: RegExp;
    /** How many processes its files are shared out to; 1 if left out. In each, what they share is started once. */
    shares?: number;
    /** Whether its temporary files are many, and better kept in memory where the system has a folder for that. */
    writesMuch?: boolean;
    /** What has to be there: a server that its tests are given, or packages. Without it, the suite is skipped and says so. */
    needs?: 'postgres' | 'install';
    /** Watches over what watches, needs more than Node, or takes minutes: run only when it is asked for, as before every merge. */
    isDeep?: boolean;
    /** Mostly waits, so that patient suites are run beside it. */
    mostlyWaits?: boolean;
    /** Needs the cores and nothing in time: run at the lowest priority beside a suite that mostly waits, where one is asked for. */
    isPatient?: boolean;
}

/** All tests, the quickest first, so that what is broken shows early. */
export const TEST_SUITES: readonly TestSuite[] = [
    { name: 'lwc', covers: 'the components', runner: 'jest', files: 'force-app/**/*.test.ts' },
    {
        name: 'proxy',
        covers: 'the proxy',
        runner: 'node',
        files: 'proxy/test/**/!(*.server).test.ts',
        shares: 8,
        writesMuch: true
    },
    {
        name: 'sandbox',
        covers: 'the local org and the local GoTallo',
        runner: 'node',
        files: 'sandbox/test/**/*.test.ts',
        shares: 2
    },
    {
        name: 'scripts',
        covers: 'the tools of the project, and that its documents are true',
        runner: 'node',
        files: 'scripts/test/{*,{docs,measure,pictures,suite}/*}.test.ts',
        shares: 3,
        writesMuch: true
    },
    {
        name: 'e2e',
        covers: 'the whole way in a browser',
        runner: 'node',
        files: 'e2e/!(clicks|gallery|http-api|languages|pictures|readme-tour|sandbox-bar).test.ts',
        shares: 8
    },
    {
        name: 'looks',
        covers: 'what documents show and promise, in a browser: pictures, languages, tour, calls to paste, clicks',
        runner: 'node',
        files: 'e2e/{clicks,gallery,http-api,languages,pictures,readme-tour,sandbox-bar}.test.ts',
        shares: 4,
        isDeep: true
    },
    {
        name: 'postgres',
        covers: 'the proxy on a PostgreSQL server',
        runner: 'node',
        files: 'proxy/test/{conversations/**,http,store}/*.test.ts',
        filesWith: /(?:store|database|postgres)ForFile/,
        shares: 8,
        writesMuch: true,
        needs: 'postgres',
        isDeep: true
    },
    {
        name: 'faults',
        covers: 'the block protocol under faults and crashes',
        runner: 'node',
        files: 'faults/test/{flood,killed-with-batch,native-calls,old-proxy,still-database,store-stories,two-proxies}.test.ts',
        shares: 3,
        writesMuch: true,
        isDeep: true
    },
    {
        name: 'checks',
        covers: 'whether the offline checks find planted mistakes',
        runner: 'node',
        files: 'scripts/test/checks/*.test.ts',
        shares: 4,
        writesMuch: true,
        isDeep: true,
        isPatient: true
    },
    {
        name: 'model',
        covers: 'the block protocol in every order, as a model for spin',
        runner: 'node',
        files: 'proxy/model/model.test.ts',
        isDeep: true,
        isPatient: true
    },
    {
        name: 'install',
        covers: 'bin/install with the real libraries of Salesforce',
        runner: 'node',
        files: 'install/test/**/*.test.ts',
        shares: 3,
        writesMuch: true,
        needs: 'install',
        isDeep: true,
        isPatient: true
    },
    {
        name: 'deep',
        covers: 'random histories of faults, what once went wrong, and whether planted mistakes are found',
        runner: 'node',
        // One after the other: three of them at a time wait for the machine, and take that for a promise that was broken.
        files: 'faults/test/{histories,model-stories,planted-mistakes,stories}.test.ts',
        writesMuch: true,
        isDeep: true,
        mostlyWaits: true
    }
];
