import { addressOf, objectIn, pathWith } from './addresses.ts';
import { wireAdapter } from './wire-adapter.ts';
import { workspace } from './workspace.ts';

/** As `lightning/navigation`, for the pages there are here. */

interface PageReference {
    type: string;
    attributes: Record<string, string | null>;
    state: Record<string, string>;
}

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** For `@wire`: the page that is shown, and each one after it. */
export const CurrentPageReference = wireAdapter((onData) => {
    onData(currentPage());
    return workspace.listen(() => onData(currentPage()));
});

type Constructor = new (...values: never[]) => object;

function withNavigation<T extends Constructor>(Base: T): T {
    return class extends (Base as Constructor) {
        [Navigate]({ attributes }: PageReference): void {
            if (attributes['apiName']) {
                location.assign(pathWith(`/lightning/n/${attributes['apiName']}`));
                return;
            }
            workspace.open(attributes['recordId'] ?? null);
        }

        [GenerateUrl]({ attributes }: PageReference): Promise<string> {
            const row = workspace.rows.find(({ recordId }) => recordId === attributes['recordId']);
            return Promise.resolve(addressOf(row ?? null));
        }
    } as unknown as T;
}

export const NavigationMixin = Object.assign(withNavigation, { Navigate, GenerateUrl });

function currentPage(): PageReference {
    const { recordId } = workspace;
    const state = Object.fromEntries(new URLSearchParams(location.search));
    if (!recordId) return { type: 'standard__navItemPage', attributes: {}, state };
    const attributes = { recordId, objectApiName: objectIn(location.pathname), actionName: 'view' };
    return { type: 'standard__recordPage', attributes, state };
}
