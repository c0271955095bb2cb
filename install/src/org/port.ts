/** What is deployed, and how. */
export interface DeployRequest {
    /** Of the project that the folders belong to: the one with sfdx-project.json. */
    project: string;
    /** Files or folders below it. */
    sources: readonly string[];
    /** Whether the org only tries it and keeps nothing. */
    isDryRun: boolean;
    /** Apex test classes that must pass; empty: none is run, which a production org does not allow for code. */
    tests: readonly string[];
}

/** One thing that an org refused. */
export interface DeployFailure {
    /** Such as `ApexClass GoTalloJson`, or the test and its method. */
    what: string;
    problem: string;
}

/** What an org says of a deployment. */
export interface DeployOutcome {
    id: string;
    /** What is new or different; empty when the org has it all already. */
    changed: readonly string[];
    total: number;
    failures: readonly DeployFailure[];
}

/** What anonymous Apex ended with. */
export interface ApexOutcome {
    isCompiled: boolean;
    /** The compiler's words, or those of the exception that ended it; null if it ran to its end. */
    problem: string | null;
}

/** A metadata component by its type and name. */
export interface ComponentName {
    type: string;
    name: string;
}

/** Tells how far a deployment has come. */
export type OnProgress = (text: string) => void;

/**
 * What the installer needs of an org. Everything else here is written against this, and only the implementation knows
 * Salesforce's libraries.
 */
export interface OrgPort {
    readonly username: string;
    /** 18 characters. */
    readonly orgId: string;
    /** Without a slash at its end. */
    readonly instanceUrl: string;
    newestApiVersion(): Promise<string>;
    /** Of My Domain, as the identity service reports it; null if the org has none. */
    myDomain(): Promise<string | null>;
    query<T>(soql: string): Promise<T[]>;
    create(objectName: string, values: Record<string, string>): Promise<void>;
    remove(objectName: string, id: string): Promise<void>;
    /** The metadata types that this org has. */
    types(): Promise<string[]>;
    /** The components of that type, with their ids. */
    list(type: string): Promise<{ name: string; id: string }[]>;
    /** The files of these components by their paths, kept in memory only. What is not there is left out. */
    retrieve(components: readonly ComponentName[]): Promise<Map<string, string>>;
    deploy(request: DeployRequest, onProgress?: OnProgress): Promise<DeployOutcome>;
    /** The names of what lies in these folders. */
    namesIn(project: string, sources: readonly string[]): Promise<ComponentName[]>;
    /** Deletes components; those that are not there do not matter. */
    delete(components: readonly ComponentName[], onProgress?: OnProgress): Promise<DeployOutcome>;
    runApex(code: string): Promise<ApexOutcome>;
}
