import ts from 'typescript';
import type { SourceFile } from '../source-files.ts';

/** An import of `@salesforce/<kind>/<name>`. */
export interface PlatformImport {
    kind: string;
    name: string;
    file: string;
    line: number;
}

const PLATFORM_MODULE = /^@salesforce\/(?<kind>\w+)\/(?<name>.+)$/;

/** What a component takes from the platform by name. */
export function platformImports(file: SourceFile): PlatformImport[] {
    const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
    return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
        if (!ts.isStringLiteral(statement.moduleSpecifier)) return [];
        const groups = PLATFORM_MODULE.exec(statement.moduleSpecifier.text)?.groups;
        if (groups?.['kind'] === undefined || groups['name'] === undefined) return [];
        const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
        return [{ kind: groups['kind'], name: groups['name'], file: file.path, line: line + 1 }];
    });
}
