/** What page the user is on; no package declares this module. */
declare module 'lightning/navigation' {
    export interface PageReference {
        type: string;
        attributes: Record<string, string | undefined>;
    }
    export const CurrentPageReference: import('lwc').WireAdapterConstructor<object, PageReference | null>;
}
