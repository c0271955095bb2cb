import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { SHORT_RUN } from './java.ts';
import type { Problem } from './problem.ts';
import { ORG_SOURCE } from './source-files.ts';

/** Every Apex rule of PMD counts but these. */
const NOT_APPLIED: Readonly<Record<string, string>> = {
    ApexDoc: 'wants @param and @return for the obvious',
    ApexUnitTestClassShouldHaveAsserts: 'does not see asserts in helper methods',
    ApexUnitTestClassShouldHaveRunAs: 'only some tests depend on the user',
    AvoidDebugStatements: 'the unexpected is logged on purpose',
    ExcessiveParameterList: 'the parameters of Apex methods for components are their contract',
    MethodNamingConventions: 'test methods are named methodUnderTest_behaviour'
};

/** Runs the rules of PMD over the Apex classes. Needs Java. */
export async function checkApexRules(root: string): Promise<Problem[]> {
    // The engine starts Java itself.
    process.env['JAVA_TOOL_OPTIONS'] ??= SHORT_RUN.join(' ');
    const logFolder = await mkdtemp(path.join(os.tmpdir(), 'apex-rules-'));
    try {
        const analyzer = await newAnalyzer(root, logFolder);
        const workspace = await analyzer.createWorkspace([path.join(root, ORG_SOURCE, 'classes')]);
        const rules = await analyzer.selectRules(['pmd:Apex'], { workspace });
        const results = await analyzer.run(rules, { workspace });
        return results
            .getViolations()
            .filter((violation) => !(violation.getRule().getName() in NOT_APPLIED))
            .map((violation) => {
                const place = violation.getPrimaryLocation();
                return {
                    file: path.relative(root, place.getFile() ?? root).replaceAll(path.sep, '/'),
                    line: place.getStartLine() ?? 1,
                    message: `${violation.getMessage()} (${violation.getRule().getName()})`
                };
            });
    } finally {
        await rm(logFolder, { recursive: true, force: true });
    }
}

async function newAnalyzer(root: string, logFolder: string): Promise<CodeAnalyzer> {
    const config = { config_root: root, log_folder: logFolder, engines: { cpd: { disable_engine: true } } };
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject(config));
    await analyzer.addEnginePlugin(createEnginePlugin());
    return analyzer;
}
