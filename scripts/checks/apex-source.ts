/** A method that components may call. */
export interface AuraMethod {
    name: string;
    parameters: string[];
}

const AURA_METHOD =
    /@AuraEnabled(?:\s*\([^)]*\))?\s+(?:public|global)\s+static\s+[\w.<>,\s[\]]+?\s(?<name>\w+)\s*\((?<parameters>[^)]*)\)/gi;

/** The `@AuraEnabled` methods of a class; `code` is without comments. */
export function auraMethods(code: string): AuraMethod[] {
    return [...code.matchAll(AURA_METHOD)].map(({ groups }) => ({
        name: groups?.['name'] ?? '',
        parameters: parameterNames(groups?.['parameters'] ?? '')
    }));
}

/** Apex code with its comments blanked; lines stay where they are, and comment marks inside texts are kept. */
export function withoutComments(code: string): string {
    return code.replace(/'(?:\\.|[^'\\])*'|\/\/.*|\/\*[\s\S]*?\*\//g, (part) =>
        part.startsWith("'") ? part : part.replace(/[^\n]/g, ' ')
    );
}

function parameterNames(list: string): string[] {
    // Commas inside Map<A, B> part no parameters.
    const plain = list.replace(/<[^()]*?>+/g, '');
    return plain
        .split(',')
        .map((parameter) => parameter.trim().split(/\s+/).at(-1) ?? '')
        .filter((name) => name !== '');
}
