import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkApexMeaning } from './apex-meaning.ts';
import { checkApexRules } from './apex-rules.ts';
import { commandStep } from './command-step.ts';
import { hasJava, javaMissing } from './java.ts';
import { checkMetadata } from './metadata.ts';
import { checkOrgRules } from './org-rules.ts';
import { formatProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import { checkReplacements } from './replacements.ts';
import { checkSlds } from './slds.ts';
import type { Outcome, Step } from './step.ts';
import { checkTranslations } from './translations.ts';

/** Projects whose types are checked, where they exist. */
export const TYPE_SCRIPT_PROJECTS = [
    'tsconfig.json',
    'tsconfig.lwc.json',
    'sandbox/console/tsconfig.json',
    'install/tsconfig.json'
];

/**
 * The steps of `npm run check`, the slow ones first so that the others run beside them.
 * @param deployEnvironment  given when about to deploy: the values that differ per org must then be set there
 */
export function checkSteps(root: string, deployEnvironment?: NodeJS.ProcessEnv): Step[] {
    return [
        commandStep(root, 'eslint', ['eslint', '.']),
        javaStep('Apex rules (PMD)', async () => await checkApexRules(root)),
        javaStep('Apex meaning (apex-ls)', async () => await checkApexMeaning(root)),
        commandStep(root, 'prettier', ['prettier', '--check', '--log-level', 'warn', '.']),
        ...TYPE_SCRIPT_PROJECTS.filter((project) => existsSync(path.join(root, project))).map((project) =>
            typesStep(root, project)
        ),
        commandStep(root, 'unused code (knip)', ['knip', '--treat-config-hints-as-errors']),
        problemStep('SLDS', async () => await checkSlds(root)),
        problemStep('metadata', async () => await checkMetadata(root)),
        problemStep('references', async () => await checkReferences(root)),
        problemStep('org rules', async () => await checkOrgRules(root)),
        problemStep('translations', async () => await checkTranslations(root)),
        problemStep('replacements', async () => await checkReplacements(root, deployEnvironment))
    ];
}

/** A project with packages of its own, such as the installer, is checked where they are installed. */
export function lacksPackages(root: string, project: string): boolean {
    const folder = path.join(root, path.dirname(project));
    return existsSync(path.join(folder, 'package.json')) && !existsSync(path.join(folder, 'node_modules'));
}

function typesStep(root: string, project: string): Step {
    const name = `types (${project})`;
    const step = commandStep(root, name, ['tsc', '-p', project]);
    if (!lacksPackages(root, project)) return step;
    const reason = `${name} needs the packages of that folder: npm ci --prefix ${path.dirname(project)}`;
    return { name, run: () => Promise.resolve({ kind: 'skipped', reason }) };
}

function problemStep(name: string, check: () => Promise<Problem[]>): Step {
    return { name, run: async () => outcomeOf(await check()) };
}

function javaStep(name: string, check: () => Promise<Problem[]>): Step {
    return {
        name,
        run: async () => ((await hasJava()) ? outcomeOf(await check()) : { kind: 'skipped', reason: javaMissing(name) })
    };
}

function outcomeOf(problems: Problem[]): Outcome {
    if (problems.length === 0) return { kind: 'passed' };
    return { kind: 'failed', output: problems.map(formatProblem).join('\n') };
}
