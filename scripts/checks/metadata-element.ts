import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An XML element of a metadata file, without its attributes. */
export interface MetadataElement {
    name: string;
    /** Text directly inside it; white space around it counts. */
    text: string;
    children: MetadataElement[];
}

/** The file is not well-formed XML. */
export class MalformedXml extends Error {
    override readonly name = 'MalformedXml';
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.line = line;
    }
}

type ParsedNode = Record<string, unknown>;

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    trimValues: false
});

/**
 * Reads a metadata file.
 * @returns its root element
 * @throws MalformedXml
 */
export function parseMetadata(xml: string): MetadataElement {
    const verdict = XMLValidator.validate(xml);
    if (verdict !== true) throw new MalformedXml(verdict.err.msg, verdict.err.line);
    const [root] = toElements(parse(xml));
    if (root === undefined) throw new MalformedXml('There is no element.', 1);
    return root;
}

/** Elements directly inside one, by name. */
export function childrenNamed(element: MetadataElement, name: string): MetadataElement[] {
    return element.children.filter((child) => child.name === name);
}

/** Text of the first element of that name directly inside one; null when there is none. */
export function textOf(element: MetadataElement, name: string): string | null {
    return childrenNamed(element, name)[0]?.text ?? null;
}

/** The validator lets some faults pass, such as a comment that is not closed, and the parser throws for them. */
function parse(xml: string): ParsedNode[] {
    try {
        return parser.parse(xml) as ParsedNode[];
    } catch (error) {
        throw new MalformedXml(error instanceof Error ? error.message : String(error), 1);
    }
}

function toElements(nodes: ParsedNode[]): MetadataElement[] {
    return nodes.flatMap((node) => {
        const name = Object.keys(node)[0];
        if (name === undefined || name.startsWith('#') || name.startsWith('?')) return [];
        const inside = node[name] as ParsedNode[];
        const text = inside.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('');
        return [{ name, text, children: toElements(inside) }];
    });
}
