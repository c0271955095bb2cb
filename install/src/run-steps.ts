import type { InstallContext } from './context.ts';
import type { Report, StepReport } from './report.ts';
import { STEPS } from './steps/steps.ts';

/** What a step said, and its state, go into the report; the first that fails ends them. */
export async function runSteps(context: InstallContext, report: Report): Promise<void> {
    let isFirstOpen = true;
    for (const [index, step] of STEPS.entries()) {
        const entry = report.steps[index] as StepReport;
        const sign = `[${entry.number}/${STEPS.length}] ${step.title}`;
        if (context.options.isDryRun && !isFirstOpen) {
            Object.assign(entry, { state: 'follows', words: 'cannot be tried before the steps above are done' });
            context.console.say(`${sign}: follows`);
            continue;
        }
        // Until it has ended, it counts as failed: then a signal in the middle tells the truth.
        entry.state = 'failed';
        context.console.progress(step.title);
        const look = await step.look(context);
        if (look.kind === 'there') {
            Object.assign(entry, { state: 'there before', words: look.words });
            context.console.say(`${sign}: there already, ${look.words}`);
        } else if (context.options.isDryRun) {
            // Code stands alone; what follows needs what is done before it.
            isFirstOpen = index === 0;
            Object.assign(entry, { state: 'would be done', words: look.words });
            context.console.say(`${sign}: would be done, ${look.words}`);
        } else {
            context.console.say(`${sign}: ${look.words}`);
            const words = await step.doIt(context);
            Object.assign(entry, { state: 'done', words });
            context.console.say(`      ✓ ${words}`);
        }
    }
}
