import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

const CONTRACT = 'types/contract/problems.d.ts';
const MESSAGES = 'GoTalloErrorMessages';

/** Every problem code of the proxy has words for agents in Apex; a code without them would reach them as a generic one. */
export async function checkProblemCodes(org: Org): Promise<Problem[]> {
    const messages = org.classes.get(MESSAGES);
    if (messages === undefined) return [{ file: CONTRACT, message: `no class ${MESSAGES}` }];
    const codes = problemCodes(await readFile(path.join(org.root, CONTRACT), 'utf8'));
    if (codes.length === 0) return [{ file: CONTRACT, message: 'no type ProblemCode' }];
    return codes
        .filter((code) => !messages.code.includes(`'${code}' => System.Label.`))
        .map((code) => ({ file: messages.path, message: `no label for the problem code '${code}'` }));
}

function problemCodes(contract: string): string[] {
    const source = ts.createSourceFile(CONTRACT, contract, ts.ScriptTarget.Latest);
    const alias = source.statements
        .filter(ts.isTypeAliasDeclaration)
        .find((statement) => statement.name.text === 'ProblemCode');
    const parts = alias !== undefined && ts.isUnionTypeNode(alias.type) ? alias.type.types : [];
    return parts.flatMap((part) =>
        ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : []
    );
}
