import { parseArgs } from 'node:util';
import { wrongUsage } from './options.ts';

export interface UninstallOptions {
    target: string | null;
    isDryRun: boolean;
    isJson: boolean;
    isYes: boolean;
}

export const UNINSTALL_USAGE = `bin/uninstall --target-org ALIAS [options]

  --target-org ALIAS  a login that "sf org login web" made; left out: the default org
  --dry-run           says what would be taken out; changes nothing
  --yes               no questions; needed where nobody can be asked
  --json              one JSON document instead of lines
  --help              this text

Exit codes are those of bin/install.`;

/**
 * @returns null when only help is asked for
 * @throws Trouble
 */
export function parseUninstallOptions(args: readonly string[]): UninstallOptions | null {
    const options = {
        'target-org': { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' }
    } as const;
    try {
        const { values } = parseArgs({ args: [...args], options });
        if (values.help === true) return null;
        return {
            target: values['target-org'] ?? null,
            isDryRun: values['dry-run'] ?? false,
            isJson: values.json ?? false,
            isYes: values.yes ?? false
        };
    } catch (error) {
        throw wrongUsage(error instanceof Error ? error.message : String(error), UNINSTALL_USAGE);
    }
}
