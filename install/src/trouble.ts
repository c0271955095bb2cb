/** How the programs of this folder end; docs/install.md lists the same. */
export const EXIT = {
    well: 0,
    unexpected: 1,
    usage: 2,
    noOrg: 3,
    obstacles: 4,
    stepFailed: 5,
    notWell: 6,
    interrupted: 130
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What keeps the installation from going on, in words for an admin, and what mends it. */
export class Trouble extends Error {
    override readonly name = 'Trouble';
    readonly mend: string;
    readonly exitCode: ExitCode;

    constructor(message: string, mend: string, exitCode: ExitCode = EXIT.stepFailed) {
        super(message);
        this.mend = mend;
        this.exitCode = exitCode;
    }
}
