import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commandStep } from './command-step.ts';
import type { StagedFile } from './staged-files.ts';
import type { Step } from './step.ts';
import { lacksPackages, TYPE_SCRIPT_PROJECTS } from './steps.ts';

/** What is checked because of some changed files. */
export interface CheckPlan {
    format: string[];
    lint: string[];
    /** Projects whose types are checked. */
    projects: string[];
}

/** Files that every project depends on. */
const SHARED = /^(?:types\/.*|package(?:-lock)?\.json|.*tsconfig[\w.]*\.json)$/;

/** Where the compiler keeps what it knows of unchanged files. */
const TYPES_CACHE = '.cache/types';

/** The checks that a change calls for, as far as they take seconds. */
export function planFor(root: string, staged: readonly StagedFile[]): CheckPlan {
    const existing = staged.filter(({ isDeleted }) => !isDeleted).map((file) => file.path);
    return {
        format: existing,
        lint: existing.filter((file) => /\.[jt]s$/.test(file)),
        projects: TYPE_SCRIPT_PROJECTS.filter((project) => {
            if (lacksPackages(root, project)) return false;
            const isPart = partOf(root, project);
            return staged.some((file) => SHARED.test(file.path) || isPart(file.path));
        })
    };
}

/** The steps of `npm run check -- --changed`. Files are checked as they lie in the folder, also what is not staged of them. */
export function changedSteps(root: string, { format, lint, projects }: CheckPlan): Step[] {
    return [
        ...projects.map((project) => commandStep(root, `types (${project})`, incremental(project))),
        ...(lint.length > 0 ? [commandStep(root, 'eslint', ['eslint', '--no-warn-ignored', ...lint])] : []),
        ...(format.length > 0 ? [commandStep(root, 'prettier', prettier(format))] : [])
    ];
}

function incremental(project: string): string[] {
    const known = path.posix.join(TYPES_CACHE, `${project}.tsbuildinfo`);
    return ['tsc', '-p', project, '--incremental', '--tsBuildInfoFile', known];
}

function prettier(files: string[]): string[] {
    return ['prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...files];
}

/** Whether a file belongs to a project, by what its settings include and exclude. */
function partOf(root: string, project: string): (file: string) => boolean {
    const folder = path.posix.dirname(project);
    const settings = JSON.parse(readFileSync(path.join(root, project), 'utf8')) as ProjectSettings;
    const patterns = settings.include.map((pattern) => path.posix.join(folder, pattern));
    const excluded = (settings.exclude ?? []).map((pattern) => path.posix.join(folder, pattern));
    return (file) =>
        patterns.some((pattern) => path.posix.matchesGlob(file, pattern)) &&
        !excluded.some((each) => file.startsWith(`${each}/`));
}

interface ProjectSettings {
    include: string[];
    exclude?: string[];
}
