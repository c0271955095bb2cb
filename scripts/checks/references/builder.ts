import { childrenNamed, textOf } from '../metadata-element.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

const DATA_SOURCE = /\bdatasource\s*=\s*"apex:\/\/([^"]*)"/g;

/**
 * What App Builder and record pages take by name exists: Apex classes behind the lists of design properties, and the
 * components of quick actions and tabs.
 */
export function checkBuilder(org: Org): Problem[] {
    return [...dataSourceProblems(org), ...quickActionProblems(org), ...tabProblems(org)];
}

function dataSourceProblems(org: Org): Problem[] {
    return [...org.bundles.values()].flatMap(({ path: file, text }) =>
        [...text.matchAll(DATA_SOURCE)].flatMap((match) => {
            const name = match[1] ?? '';
            const line = text.slice(0, match.index).split('\n').length;
            const code = org.classes.get(name)?.code;
            if (code === undefined) return [{ file, line, message: `no class ${name}` }];
            if (/\bextends\s+VisualEditor\.DynamicPickList\b/i.test(code)) return [];
            return [{ file, line, message: `${name} does not extend VisualEditor.DynamicPickList` }];
        })
    );
}

function quickActionProblems(org: Org): Problem[] {
    return org.quickActions.flatMap(({ path: file, name, root }) => {
        if (textOf(root, 'type') !== 'LightningWebComponent') return [];
        const component = textOf(root, 'lightningWebComponent') ?? '';
        return componentFaults(org, component, { target: 'lightning__RecordAction', name, file });
    });
}

function tabProblems(org: Org): Problem[] {
    return org.tabs.flatMap(({ path: file, name, root }) => {
        const component = textOf(root, 'lwcComponent');
        return component === null ? [] : componentFaults(org, component, { target: 'lightning__Tab', name, file });
    });
}

/** A component that does not exist, or is not made for the place that names it. */
function componentFaults(
    org: Org,
    component: string,
    { target, name, file }: { target: string; name: string; file: string }
): Problem[] {
    const bundle = org.bundles.get(component);
    if (bundle === undefined) return [{ file, message: `no component ${component}` }];
    const targets = childrenNamed(bundle.root, 'targets').flatMap((list) => childrenNamed(list, 'target'));
    if (targets.some(({ text }) => text === target)) return [];
    return [{ file, message: `${component} is not for ${target}, so ${name} cannot show it` }];
}
