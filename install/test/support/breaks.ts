import type { OrgPort } from '../../src/org/port.ts';

/** How often a run changed the org, and where the line breaks. */
export interface Line {
    /** Changes so far. */
    changes: number;
    /** The line breaks after this many; 0: never. */
    breaksAfter: number;
}

/** What changes an org. A deployment that is a dry run does not. */
const CHANGES = ['deploy', 'create', 'remove', 'delete'] as const;

/** The same org, but the line breaks after so many changes, when the org has made the last of them. */
export function breaking(org: OrgPort, line: Line): OrgPort {
    return new Proxy(org, {
        get(target, name) {
            const member: unknown = Reflect.get(target, name);
            if (typeof member !== 'function') return member;
            const call = member.bind(target) as (...args: unknown[]) => Promise<unknown>;
            if (!CHANGES.some((each) => each === name)) return call;
            return async (...args: unknown[]) => {
                const answer = await call(...args);
                if (name === 'deploy' && (args[0] as { isDryRun: boolean }).isDryRun) return answer;
                line.changes += 1;
                if (line.changes === line.breaksAfter) throw new Error('read ECONNRESET');
                return answer;
            };
        }
    });
}
