import { reasonLabel } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';

/** One that agents can choose. */
export interface Option {
    label: string;
    value: string;
}

/** @param chosen is among the options even where the admin does not offer it: an earlier choice must not vanish */
export function optionsOf<T extends string>(
    offered: readonly T[],
    chosen: T | null,
    labelOf: (value: T) => string
): Option[] {
    const values = chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered;
    return values.map((value) => ({ label: labelOf(value), value }));
}

/** @param none what stands first where no reason is required */
export function reasonsOf({ reasons, requireReason }: Settings, chosen: string | null, none: string): Option[] {
    const options = optionsOf(reasons, chosen, reasonLabel);
    return requireReason ? options : [{ label: none, value: '' }, ...options];
}
