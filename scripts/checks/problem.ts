/** One thing that is wrong in the source, and where. */
export interface Problem {
    /** Relative to the project's root, with forward slashes. */
    file: string;
    /** Counted from 1; left out where the whole file is meant. */
    line?: number;
    message: string;
}

/** Writes a problem so that editors and terminals make its place a link. */
export function formatProblem({ file, line, message }: Problem): string {
    return `${line === undefined ? file : `${file}:${line}`}: ${message}`;
}
