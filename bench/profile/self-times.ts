import { groupOf, type Frame, type Group } from './group-of.ts';

/** A CPU profile as the inspector gives it (Chrome DevTools Protocol, Profiler.Profile). Times are in microseconds. */
export interface Profile {
    nodes: { id: number; callFrame: Frame; children?: number[] }[];
    samples?: number[];
    /** Since the sample before, or since the start. */
    timeDeltas?: number[];
}

/** How long each group was at work itself, or its share of that. */
export type SelfTimes = Map<Group, number>;

/** Adds up a profile by groups, in milliseconds; time in which the process waited is left out. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profile): SelfTimes {
    const groups = groupsOf(nodes);
    const times: SelfTimes = new Map();
    for (const [index, id] of samples.entries()) {
        const group = groups.get(id) ?? null;
        // A sample stands for the time until the next one.
        const ms = Math.max(0, timeDeltas[index + 1] ?? 0) / 1000;
        if (group !== null) times.set(group, (times.get(group) ?? 0) + ms);
    }
    return times;
}

/** The same as parts of 1. */
export function sharesOf(times: SelfTimes): SelfTimes {
    const sum = [...times.values()].reduce((total, ms) => total + ms, 0);
    return new Map([...times].map(([group, ms]) => [group, ms / sum]));
}

/** The tree is as deep as the stack, and nodes come before their children. */
function groupsOf(nodes: Profile['nodes']): Map<number, Group | null> {
    const callers = new Map<number, Group | null>();
    const groups = new Map<number, Group | null>();
    for (const { id, callFrame, children = [] } of nodes) {
        const group = groupOf(callFrame, callers.get(id) ?? null);
        groups.set(id, group);
        const passedOn = callFrame.functionName === '(root)' ? null : group;
        for (const child of children) callers.set(child, passedOn);
    }
    return groups;
}
