import type { SetupStatus } from '#contract';

/** One row of the report, in words. */
export interface DoctorRow {
    name: string;
    title: string;
    status: SetupStatus;
    found: string;
    /** What to do; null: nothing. */
    fix: string | null;
    /** A page in Setup, as a path of the org; null: none. */
    link: string | null;
    letter: string | null;
}

/** What is the same for everybody, or one tenant. */
export interface DoctorSection {
    /** Null: what all tenants share. */
    tenant: string | null;
    rows: readonly DoctorRow[];
}

/** A row of the operator's own, of what only this process can see. */
export function ownRow(
    row: Pick<DoctorRow, 'name' | 'title' | 'status' | 'found'> & Partial<Pick<DoctorRow, 'fix'>>
): DoctorRow {
    return { fix: null, link: null, letter: null, ...row };
}
