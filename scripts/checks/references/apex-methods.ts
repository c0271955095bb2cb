import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import type { AuraMethod } from '../apex-source.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { platformImports } from './platform-imports.ts';

/** Types of the Apex methods for the components. A wrong one compiles, and fails only in the org. */
const DECLARATIONS = 'types/lwc.d.ts';

/**
 * The Apex methods that components import exist and are `@AuraEnabled`, and their declared types name exactly the
 * parameters of the method. The compiler then holds every call to these types.
 */
export async function checkApexMethods(org: Org): Promise<Problem[]> {
    const imports = org.components.flatMap(platformImports).filter(({ kind }) => kind === 'apex');
    const missing = imports
        .filter(({ name }) => auraMethodNamed(org, name) === null)
        .map(({ file, line, name }) => ({ file, line, message: `no @AuraEnabled method ${name}` }));
    return [...missing, ...(await declarationProblems(org))];
}

async function declarationProblems(org: Org): Promise<Problem[]> {
    const text = await readFile(path.join(org.root, DECLARATIONS), 'utf8');
    const source = ts.createSourceFile(DECLARATIONS, text, ts.ScriptTarget.Latest, true);
    return source.statements.filter(ts.isModuleDeclaration).flatMap((declaration) => {
        const name = /^@salesforce\/apex\/(.+)$/.exec(declaration.name.text)?.[1];
        if (name === undefined) return [];
        const problem = { file: DECLARATIONS, line: source.getLineAndCharacterOfPosition(declaration.pos).line + 1 };
        const method = auraMethodNamed(org, name);
        if (method === null) return [{ ...problem, message: `no @AuraEnabled method ${name}` }];
        const declared = declaredParameters(declaration);
        if (declared.toSorted().join() === method.parameters.toSorted().join()) return [];
        const message = `${name} takes (${method.parameters.join(', ')}), declared are (${declared.join(', ')})`;
        return [{ ...problem, message }];
    });
}

/** Names in the object that the declared function takes. */
function declaredParameters(declaration: ts.ModuleDeclaration): string[] {
    const names: string[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isParameter(node) && node.type !== undefined && ts.isTypeLiteralNode(node.type)) {
            names.push(...node.type.members.map((member) => member.name?.getText() ?? ''));
        }
        ts.forEachChild(node, visit);
    };
    visit(declaration);
    return names;
}

function auraMethodNamed(org: Org, name: string): AuraMethod | null {
    const [className = '', methodName] = name.split('.');
    return org.classes.get(className)?.auraMethods.find((method) => method.name === methodName) ?? null;
}
