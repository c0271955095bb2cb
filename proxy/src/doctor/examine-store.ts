import type { Config } from '../config/config.ts';
import { problemsFirst, runProbes } from '../lib/setup-check.ts';
import { lookAtFolder, type FolderLook } from '../store/embedded/look-at-folder.ts';
import { storeProbes } from '../store/setup-probes.ts';
import { connectStore, type Store } from '../store/store.ts';
import { ownRow, type DoctorRow } from './doctor-row.ts';
import type { InWords } from './label-words.ts';

/** What an operator is told of a folder that only one process may open. */
const FOLDERS: Readonly<Record<FolderLook['state'], Pick<DoctorRow, 'status' | 'found' | 'fix'>>> = {
    free: { status: 'ok', found: 'The folder of the embedded store can be used; no proxy works on it now.', fix: null },
    'in-use': {
        status: 'ok',
        found: 'A proxy works on the embedded store. How it does, the tab GoTallo Set-up in Salesforce says.',
        fix: null
    },
    absent: {
        status: 'warning',
        found: 'The folder of the embedded store does not exist yet.',
        fix: 'Start the proxy, which makes it, or correct DATA_DIR.'
    },
    unusable: {
        status: 'error',
        found: 'The folder of the embedded store cannot be used.',
        fix: 'Check that this user may write to DATA_DIR, and that its content is whole.'
    }
};

/** The store, and a way to ask it that changes nothing; null where only the running proxy may. */
export interface ExaminedStore {
    rows: DoctorRow[];
    store: Store | null;
}

/** Looks at the store as far as a second process may. */
export async function examineStore(
    { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
    inWords: InWords
): Promise<ExaminedStore> {
    if (databaseUrl !== null) {
        const store = connectStore(databaseUrl.reveal());
        const checks = problemsFirst(await runProbes(storeProbes(store)));
        return { rows: checks.map(inWords), store };
    }
    const { state, freeBytes } = await lookAtFolder(dataDir);
    const { found, ...rest } = FOLDERS[state];
    const room = freeBytes === null ? '' : ` ${Math.floor(freeBytes / 1_000_000)} MB are free.`;
    return {
        rows: [ownRow({ name: 'store', title: 'Store of the proxy', found: found + room, ...rest })],
        store: null
    };
}
