import path from 'node:path';

/** A component of metadata: what is deployed, kept and retrieved. */
export interface Component {
    type: string;
    name: string;
    /** Its files by their paths in the archive. */
    files: ReadonlyMap<string, Buffer>;
}

/** The folders of an archive, and the type that lies in each (Metadata API Developer Guide, the page of each type). */
const TYPE_OF_FOLDER: Readonly<Record<string, string>> = {
    certs: 'Certificate',
    classes: 'ApexClass',
    connectedApps: 'ConnectedApp',
    customMetadata: 'CustomMetadata',
    customPermissions: 'CustomPermission',
    externalClientApps: 'ExternalClientApplication',
    externalCredentials: 'ExternalCredential',
    extlClntAppGlobalOauthSets: 'ExtlClntAppGlobalOauthSettings',
    extlClntAppOauthPolicies: 'ExtlClntAppOauthConfigurablePolicies',
    extlClntAppOauthSettings: 'ExtlClntAppOauthSettings',
    extlClntAppPolicies: 'ExtlClntAppConfigurablePolicies',
    labels: 'CustomLabels',
    lwc: 'LightningComponentBundle',
    messageChannels: 'LightningMessageChannel',
    namedCredentials: 'NamedCredential',
    objects: 'CustomObject',
    permissionsetgroups: 'PermissionSetGroup',
    permissionsets: 'PermissionSet',
    quickActions: 'QuickAction',
    tabs: 'CustomTab',
    translations: 'Translations'
};

/** Every type that a local org knows. */
export const METADATA_TYPES = Object.values(TYPE_OF_FOLDER);

export function keyOf({ type, name }: Pick<Component, 'type' | 'name'>): string {
    return `${type} ${name}`;
}

/** The components of an archive; its manifests are none. */
export function componentsIn(files: ReadonlyMap<string, Buffer>): Component[] {
    const found = new Map<string, { type: string; name: string; files: Map<string, Buffer> }>();
    for (const [file, content] of files) {
        const [folder = '', rest = ''] = file.split('/');
        const type = TYPE_OF_FOLDER[folder];
        if (type === undefined) continue;
        const name = folder === 'lwc' ? rest : nameOf(rest);
        const component = found.get(keyOf({ type, name })) ?? { type, name, files: new Map<string, Buffer>() };
        component.files.set(file, content);
        found.set(keyOf(component), component);
    }
    return [...found.values()];
}

/** `Lead.Block.quickAction` is the component `Lead.Block`; the last part of the name says what kind of file it is. */
function nameOf(file: string): string {
    const own = file.replace(/-meta\.xml$/, '');
    return own.slice(0, own.length - path.extname(own).length);
}

/** The text of a component that is one file of XML, or of its first file. */
export function textOf(component: Component): string {
    const [first] = component.files.values();
    return first?.toString() ?? '';
}

/** The same component with another text. */
export function withText(component: Component, text: string): Component {
    const [file = ''] = component.files.keys();
    return { ...component, files: new Map([[file, Buffer.from(text)]]) };
}

export function isSameComponent(left: Component, right: Component | undefined): boolean {
    if (left.files.size !== right?.files.size) return false;
    return [...left.files].every(([file, content]) => right.files.get(file)?.equals(content) === true);
}

/** The texts of every element of that name. */
export function elementsOf(xml: string, element: string): string[] {
    return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) =>
        unescaped(text)
    );
}

/** The text of the first element of that name; empty if there is none. */
export function elementOf(xml: string, element: string): string {
    return elementsOf(xml, element)[0] ?? '';
}

/** Every block of that element, with what is in it. */
export function blocksOf(xml: string, element: string): string[] {
    return [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, text = '']) => text);
}

function unescaped(text: string): string {
    const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => signs[name] ?? '');
}
