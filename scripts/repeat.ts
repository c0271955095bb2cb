/**
 * `npm run repeat -- <suite> <times> [file …]`: runs a suite, or some of its files, so many times, and ends with which
 * test failed how often. Exit code 1: one failed; 2: the arguments are wrong.
 */
import { repeat } from './repeat/repeat.ts';
import { TEST_SUITES } from './test-suites.ts';

process.exitCode = await repeat(process.argv.slice(2), TEST_SUITES, { print: console.log });
