import type { Plugin } from 'rollup';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    useDefineForClassFields: true
};

/** Removes types before the LWC compiler sees a file; decorators stay, as that compiler wants them. */
export function stripTypes(): Plugin {
    return {
        name: 'strip-types',
        transform(code, id) {
            const [file = ''] = id.split('?');
            if (!file.endsWith('.ts')) return null;
            return {
                code: ts.transpileModule(code, { fileName: file, compilerOptions: OPTIONS }).outputText,
                map: null
            };
        }
    };
}
