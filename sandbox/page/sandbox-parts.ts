import type { LocalGoTallo } from '../gotallo/local-gotallo.ts';
import type { LocalOrg } from '../org/org.ts';
import type { SeededRecord } from '../seed/seed.ts';
import type { AppBuilder } from './app-builder.ts';
import type { EventSwitch } from './events-router.ts';

/** The time that everything in the sandbox goes by. */
export interface SandboxTime {
    /** By how many milliseconds it is ahead. */
    ahead(): number;
    /** Moves it forward. */
    move(milliseconds: number): Promise<void>;
}

/** What the sandbox's own part of the page works with. */
export interface SandboxParts {
    org: LocalOrg;
    gotallo: LocalGoTallo;
    builder: AppBuilder;
    delivery: EventSwitch;
    time: SandboxTime;
    seeded(): readonly SeededRecord[];
    reset(): Promise<void>;
    /** Lets five things of the set-up be wrong, until everything is reset. */
    breakSetup(): Promise<void>;
}
