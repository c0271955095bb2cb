import type { SObject } from '../record-store.ts';

/** Where the rows come from: the running user's view of the org. */
export interface RowSource {
    rows(objectName: string): readonly SObject[];
}
