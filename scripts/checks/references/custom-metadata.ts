import { childrenNamed, textOf } from '../metadata-element.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/** The types and fields of custom metadata records exist. */
export function checkCustomMetadata(org: Org): Problem[] {
    return org.customMetadata.flatMap(({ path: file, name, root }) => {
        const type = `${name.split('.')[0] ?? ''}__mdt`;
        const fields = org.objects.get(type);
        if (fields === undefined) return [{ file, message: `no custom metadata type ${type}` }];
        return childrenNamed(root, 'values')
            .map((value) => textOf(value, 'field') ?? '')
            .filter((field) => !fields.has(field))
            .map((field) => ({ file, message: `${type} has no field ${field}` }));
    });
}
