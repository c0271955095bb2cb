import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { runCommand } from './run-command.ts';

/** The oldest Java that the tools for Apex run on. */
const OLDEST_JAVA = 17;

/** For programs that end after seconds: what the better compiler and several collectors cost, they never earn back. */
export const SHORT_RUN: readonly string[] = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** The Java libraries that the PMD engine of Salesforce Code Analyzer brings; apex-ls is among them. */
export function apexLibraries(): string {
    const engine = path.dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-pmd-engine')));
    return path.join(engine, 'java-lib', '*');
}

/** @returns whether this machine has a Java that is new enough */
export async function hasJava(java = 'java'): Promise<boolean> {
    try {
        const { stdout, stderr } = await runCommand(java, ['-version'], process.cwd());
        return majorVersion(stdout + stderr) >= OLDEST_JAVA;
    } catch {
        return false;
    }
}

/** @returns the 17 of `openjdk version "17.0.15"`, the 8 of `"1.8.0_411"`, and 0 for anything else */
export function majorVersion(text: string): number {
    const [, major] = /version "(?:1\.)?(\d+)/.exec(text) ?? [];
    return Number(major ?? 0);
}

/** The line that tells why a check of Apex did not run. */
export function javaMissing(check: string): string {
    return `skipped: ${check} needs Java ${OLDEST_JAVA} or newer; install a JRE to run it`;
}
