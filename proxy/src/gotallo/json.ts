/** Reads JSON; undefined when the text is none. */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** The value at a dotted path such as `details.state`; undefined when there is none. */
export function valueAt(json: unknown, path: string): unknown {
    return path.split('.').reduce<unknown>((value, key) => {
        return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }, json);
}

/** Every member of every object in it, at any depth. */
export function* allMembers(json: unknown): Generator<[key: string, value: unknown]> {
    // Not by recursion, which a body of nothing but brackets would exhaust.
    const open = [json];
    while (open.length > 0) {
        const next = open.pop();
        if (!isObject(next)) continue;
        const members = Object.entries(next);
        if (!Array.isArray(next)) yield* members;
        for (const [, value] of members) open.push(value);
    }
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}
