import { KNOWN_REASONS } from 'c/conversationLabels';
import * as i18n from './labels';
import { partsOf, sorted } from './lists';
import type { Complain } from './problems';

/** The proxy takes no longer reasons. */
const MAX_LENGTH = 100;
/** How much of a reason is enough to recognize it. */
const EXCERPT_LENGTH = 30;

/** @returns what is offered, in the admin's order; the known ones when nothing usable is named */
export function readReasons(text: string | null | undefined, complain: Complain): readonly string[] {
    const parts = partsOf(text).map((part) => sameIn(KNOWN_REASONS, part) ?? part);
    const usable = parts.filter((part) => part.length <= MAX_LENGTH);
    const reasons = usable.length > 0 ? usable : KNOWN_REASONS;
    const excerpts = parts.filter((part) => !usable.includes(part)).map((part) => `${part.slice(0, EXCERPT_LENGTH)}…`);
    complain('reasons', i18n.tooLong, excerpts, MAX_LENGTH, reasons);
    return reasons;
}

/** @returns those of the reasons offered that a note must explain */
export function readNoteReasons(
    text: string | null | undefined,
    reasons: readonly string[],
    complain: Complain
): readonly string[] {
    const { known, unknown } = sorted(partsOf(text), (part) => sameIn(reasons, part));
    complain('noteReasons', i18n.unknown, unknown, known.length > 0 ? known : '–', reasons);
    return known;
}

/** Whatever its case. */
function sameIn(reasons: readonly string[], part: string): string | undefined {
    return reasons.find((reason) => reason.toLowerCase() === part.toLowerCase());
}
