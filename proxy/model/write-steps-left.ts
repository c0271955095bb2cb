import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stepsLeftInModel } from './steps-left.ts';

/** Writes `steps-left.pml` anew, from the proxy's own `stepsLeft`. */
await writeFile(path.join(import.meta.dirname, 'steps-left.pml'), stepsLeftInModel());
