import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { standardOutput } from './log-output.ts';
import { createRedactor } from './redact.ts';

const DROPPED = 'lines of the log were dropped, since nobody read them';

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
export function createLogger({ level, secrets, destination }: LoggerOptions): Logger {
    const redact = createRedactor(secrets);
    const output = destination ?? standardOutput((dropped) => logger.warn({ dropped }, DROPPED));
    const redacting: DestinationStream = { write: (line) => output.write(redact(line)) };
    const logger = pino(
        { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: plainError } },
        redacting
    );
    return logger;
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
