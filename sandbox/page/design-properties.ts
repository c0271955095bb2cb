import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { FORCE_APP } from '../paths.ts';
import type { DesignProperty, DesignValue } from './page-data.ts';
import { textFieldsOf } from './text-fields.ts';

const META = `${FORCE_APP}lwc/conversationBlock/conversationBlock.js-meta.xml`;

type Attributes = Readonly<Record<`@_${string}`, string | undefined>>;

interface Meta {
    LightningComponentBundle: {
        targetConfigs?: { targetConfig: (Attributes & { property?: Attributes[] })[] };
    };
}

/**
 * What an admin can set of the exposed component at that place, read from its metadata as App Builder does.
 * @param target such as `lightning__RecordPage`
 * @param object whose fields a list that Apex makes offers
 */
export function designProperties(target: string, object: string): DesignProperty[] {
    const parser = new XMLParser({
        ignoreAttributes: false,
        parseAttributeValue: false,
        isArray: (name) => name === 'targetConfig' || name === 'property'
    });
    const meta = parser.parse(readFileSync(META, 'utf8')) as Meta;
    const configs = meta.LightningComponentBundle.targetConfigs?.targetConfig ?? [];
    const config = configs.find((each) => each['@_targets']?.split(',').some((name) => name.trim() === target));
    return (config?.property ?? []).map((attributes) => {
        const { '@_name': name = '', '@_type': type = 'String', '@_datasource': datasource } = attributes;
        return {
            name,
            label: attributes['@_label'] ?? name,
            description: attributes['@_description'] ?? '',
            isBoolean: type === 'Boolean',
            isOutput: attributes['@_role'] === 'outputOnly',
            initial: initialValue(type, attributes['@_default']),
            options: datasource === undefined ? null : optionsOf(datasource, object)
        };
    });
}

function initialValue(type: string, value: string | undefined): DesignValue {
    return type === 'Boolean' ? value === 'true' : (value ?? '');
}

/** A list by Apex is a list of the object's text fields here; every other one is written down. */
function optionsOf(datasource: string, object: string): string[] {
    if (datasource.startsWith('apex://')) return textFieldsOf(object);
    return datasource.split(',').map((option) => option.trim());
}
