/** What page the user is on, and the way to another; no package declares this module. */
declare module 'lightning/navigation' {
    export interface PageReference {
        type: string;
        attributes: Record<string, string | undefined>;
    }
    export const CurrentPageReference: import('lwc').WireAdapterConstructor<object, PageReference | null>;

    const Navigate: unique symbol;
    interface Navigating {
        [Navigate](page: PageReference): void;
    }
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mixin takes a class with any constructor
    type Constructor<T> = new (...args: any[]) => T;
    export const NavigationMixin: {
        <T extends Constructor<object>>(Base: T): T & Constructor<Navigating>;
        readonly Navigate: typeof Navigate;
    };
}
