/** What a map has for a key; undefined where a newer proxy sends one that this version does not know. */
export function known<Value>(map: Readonly<Record<string, Value>>, key: string | null): Value | undefined {
    return key !== null && Object.hasOwn(map, key) ? map[key] : undefined;
}
