/** One HTTP call. */
export interface Call {
    method: 'GET' | 'PUT';
    /** With its query. */
    path: string;
    headers: Record<string, string>;
    /** JSON text. */
    body?: string;
}

/** Calls to make to one server. */
export interface Job {
    /** Origin of the server. */
    url: string;
    /** How many calls are under way at once, each on a connection of its own. */
    connections: number;
    /**
     * Dealt out like cards, so that no two connections share one. Each connection makes its own one after the other,
     * and with `seconds` again from the start.
     */
    calls: Call[];
    /** How long; null: until each call was made once. */
    seconds: number | null;
    /** A steady pace of all connections together; as fast as they can when left out. */
    perSecond?: number;
}

/** What came of a job. Times are in milliseconds, as the caller sees them. */
export interface JobResult {
    /** How many calls were answered with 2xx. */
    count: number;
    perSecond: number;
    p50: number;
    p99: number;
}

/** What the load generator says: the result, or why there is none. */
export type JobReply = { result: JobResult } | { error: string };
