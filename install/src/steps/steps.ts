import { appStep } from './app.ts';
import { certificateStep } from './certificate.ts';
import { codeStep } from './code.ts';
import { consumerKeyStep } from './consumer-key.ts';
import { credentialsStep } from './credentials.ts';
import { earlierSetsStep } from './earlier-sets.ts';
import { peopleStep } from './people.ts';
import { policiesStep } from './policies.ts';
import type { Step } from './step.ts';
import { translationsStep } from './translations.ts';

/** In this order, because each refers to what those before it have put into the org. */
export const STEPS: readonly Step[] = [
    codeStep,
    certificateStep,
    appStep,
    consumerKeyStep,
    credentialsStep,
    peopleStep,
    policiesStep,
    earlierSetsStep,
    translationsStep
];
