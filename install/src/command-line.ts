import process from 'node:process';

/** The command as it was given, to be given again. */
export function sameCommand(program: string, args: readonly string[]): string {
    return [program, ...args.map(quoted)].join(' ');
}

function quoted(arg: string): string {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}

/** What a launcher was called, from the environment that it sets. */
export function programName(fallback: string): string {
    return process.env['GOTALLO_PROGRAM'] ?? fallback;
}
