import { pathWith } from './addresses.ts';

/** Where the component can stand. */
export type Place = 'record' | 'app' | 'flow' | 'setup' | 'side-by-side';

const PATHS: Readonly<Record<Exclude<Place, 'record'>, string>> = {
    app: '/lightning/n/GoTallo_Conversations',
    flow: '/flow/GoTallo_Check_Conversation',
    setup: '/lightning/n/GoTallo_Setup',
    'side-by-side': '/side-by-side'
};

/** The place that an address shows; records and their list by default. */
export function placeIn(path: string): Place {
    const found = Object.entries(PATHS).find(([, each]) => each === path);
    return (found?.[0] as Place | undefined) ?? 'record';
}

/** The address of a place, about a record. */
export function addressOfPlace(place: Exclude<Place, 'record'>, recordId: string | null): string {
    return pathWith(PATHS[place], { recordId, formFactor: null });
}
