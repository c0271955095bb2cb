import { proxyCommand, proxyEnvironment, type ProxySurroundings } from '../servers/proxy.ts';

/** The code of a proxy that is measured: the present one, or that of an older commit. */
export interface ProxyVersion {
    /** What it is called in rows, notes and file names. */
    name: string;
    command(): Promise<readonly [string, ...string[]]>;
    environment(surroundings: ProxySurroundings): Promise<Record<string, string>>;
}

/** The proxy of this working copy. */
export const PRESENT: ProxyVersion = { name: 'now', command: proxyCommand, environment: proxyEnvironment };
