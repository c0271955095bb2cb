import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { createRedactor } from './redact.ts';

/** What a logger is made of. */
export interface LoggerOptions {
    level: LogLevel;
    /** Values that must never be printed. */
    secrets: readonly string[];
    /** Where lines go; standard output when left out. */
    destination?: DestinationStream;
}

/**
 * A logger whose lines are redacted as a whole, after serializing, so that no object however deep can carry a token
 * past it. Errors are reduced to name, message, stack and causes: drivers attach request data to theirs.
 */
export function createLogger({ level, secrets, destination = standardOutput() }: LoggerOptions): Logger {
    const redact = createRedactor(secrets);
    const redacting: DestinationStream = { write: (line) => destination.write(redact(line)) };
    return pino(
        { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: plainError } },
        redacting
    );
}

/** Each line is written before its call returns, so that none is lost however the process ends. */
function standardOutput(): DestinationStream {
    return pino.destination({ dest: 1, sync: true });
}

interface PlainError {
    name: string;
    message: string;
    stack: string | undefined;
    cause?: PlainError;
}

function plainError(error: unknown): PlainError {
    if (!(error instanceof Error)) return { name: 'NonError', message: typeof error, stack: undefined };
    const plain: PlainError = { name: error.name, message: error.message, stack: error.stack };
    return error.cause === undefined ? plain : { ...plain, cause: plainError(error.cause) };
}
