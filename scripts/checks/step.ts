/** How a step ended. */
export type Outcome =
    | { kind: 'passed' }
    /** `output` says what is wrong. */
    | { kind: 'failed'; output: string }
    /** `reason` is one line. */
    | { kind: 'skipped'; reason: string };

/** One part of `npm run check`. */
export interface Step {
    name: string;
    run(): Promise<Outcome>;
}
