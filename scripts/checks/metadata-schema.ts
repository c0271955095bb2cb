import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What an element of a metadata file may hold. */
export type ElementType =
    | { kind: 'text' | 'boolean' | 'number' }
    | { kind: 'values'; values: string[] }
    | { kind: 'members'; members: Map<string, Member> };

/** An element that may stand inside another. */
export interface Member {
    required: boolean;
    repeatable: boolean;
    type: ElementType;
}

/**
 * The metadata types as `@salesforce/types` declares them; Salesforce generates it from the WSDL of the Metadata API.
 * They prove names and values, not meaning.
 */
export class MetadataSchema {
    private readonly aliases: ReadonlyMap<string, ts.TypeNode>;
    private readonly known = new Map<string, ElementType>();

    constructor() {
        const file = fileURLToPath(import.meta.resolve('@salesforce/types/metadata')).replace(/\.js$/, '.d.ts');
        const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
        this.aliases = new Map(
            source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias.type])
        );
    }

    /** @returns what an element of that type may hold; null when the Metadata API has no such type */
    typeNamed(typeName: string): ElementType | null {
        const alias = this.aliases.get(typeName);
        if (alias === undefined) return null;
        const known = this.known.get(typeName);
        if (known !== undefined) return known;
        const members = new Map<string, Member>();
        // Known before its members are, because types may contain themselves.
        this.known.set(typeName, { kind: 'members', members });
        const type = this.read(alias, members);
        this.known.set(typeName, type);
        return type;
    }

    private read(node: ts.TypeNode, members = new Map<string, Member>()): ElementType {
        if (ts.isTypeReferenceNode(node)) return this.typeNamed(nameOf(node)) ?? { kind: 'text' };
        const values = stringValues(node);
        if (values !== null) return { kind: 'values', values };
        if (ts.isTypeLiteralNode(node) || ts.isIntersectionTypeNode(node)) {
            this.addMembers(node, members);
            return { kind: 'members', members };
        }
        if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
        return { kind: node.kind === ts.SyntaxKind.NumberKeyword ? 'number' : 'text' };
    }

    private addMembers(node: ts.TypeNode, members: Map<string, Member>): void {
        if (ts.isIntersectionTypeNode(node)) node.types.forEach((part) => this.addMembers(part, members));
        else if (ts.isTypeLiteralNode(node)) node.members.forEach((member) => this.addMember(member, members));
        else if (ts.isTypeReferenceNode(node)) {
            const base = this.typeNamed(nameOf(node));
            if (base?.kind === 'members') base.members.forEach((member, name) => members.set(name, member));
        }
    }

    private addMember(member: ts.TypeElement, members: Map<string, Member>): void {
        if (!ts.isPropertySignature(member) || member.type === undefined || !ts.isIdentifier(member.name)) return;
        const repeatable = ts.isArrayTypeNode(member.type);
        members.set(member.name.text, {
            // The WSDL lets every list be empty.
            required: member.questionToken === undefined && !repeatable,
            repeatable,
            type: this.read(ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type)
        });
    }
}

function nameOf(node: ts.TypeReferenceNode): string {
    return ts.isIdentifier(node.typeName) ? node.typeName.text : node.typeName.right.text;
}

function stringValues(node: ts.TypeNode): string[] | null {
    const parts = ts.isUnionTypeNode(node) ? node.types : [node];
    const values = parts.map((part) =>
        ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : null
    );
    return values.every((value) => value !== null) ? values : null;
}
