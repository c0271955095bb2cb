import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The label with which Apex words a code for agents or for admins. */
export interface ApexLabelName {
    code: string;
    label: string;
    isForAdmins: boolean;
}

const CLASS = 'force-app/main/default/classes/GoTalloErrorMessages.cls';
/** What agents read where only an admin can do something. */
const OTHERWISE = 'GoTallo_Error_notSetUp';
/** What the browser says by itself, without Apex. */
const OF_BROWSER = { offline: 'GoTallo_Trouble_offline', unexpected: 'GoTallo_Trouble_unexpected' };

/**
 * Every code that the card can be told, with its label.
 * @throws Error when the class has no such tables
 */
export function readApexLabelNames(root: string): ApexLabelName[] {
    const source = readFileSync(path.join(root, CLASS), 'utf8');
    const agents = { ...tableOf(source, 'MESSAGES'), ...OF_BROWSER };
    const admins = tableOf(source, 'ADMIN_MESSAGES');
    const withoutOwn = Object.keys(admins).filter((code) => !(code in agents));
    return [
        ...Object.entries(agents).map(([code, label]) => ({ code, label, isForAdmins: false })),
        ...withoutOwn.map((code) => ({ code, label: OTHERWISE, isForAdmins: false })),
        ...Object.entries(admins).map(([code, label]) => ({ code, label, isForAdmins: true }))
    ];
}

function tableOf(source: string, constant: string): Record<string, string> {
    const table = new RegExp(`\\b${constant} = new [^{]+\\{([^}]+)\\}`).exec(source)?.[1];
    if (table === undefined) throw new Error(`${CLASS} has no table ${constant}.`);
    const rows = table.matchAll(/'([\w-]+)'\s*=>\s*System\.Label\.(\w+)/g);
    return Object.fromEntries([...rows].map(([, code = '', label = '']) => [code, label]));
}
