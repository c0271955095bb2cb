import type { ConversationView } from '#contract';
import { blockEffect, describePerson, format, reasonLabel } from 'c/conversationLabels';
import { asksMore } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import * as i18n from './labels';

/** What was chosen in the menu. */
export interface BlockChoice {
    /** Null when none was chosen. */
    reason: string | null;
    /** Whether the form opens for it; otherwise it blocks at once. */
    asks: boolean;
}

/** One entry. */
interface BlockEntry extends BlockChoice {
    /** Its place in the menu. */
    value: string;
    label: string;
}

/** Block as a menu: what it does here, and the reasons. */
export interface BlockMenu {
    label: string;
    title: string;
    /** In one line. */
    effect: string;
    /** Spoken after the label: whom it is about, and the line, which lists of entries do not read out. */
    about: string;
    entries: BlockEntry[];
    form: BlockEntry;
}

/** As many reasons are read at a glance, and fit below the button on a small laptop; the form has all. */
const MOST_REASONS = 8;

/** @param now in milliseconds since 1970; tells an open window from a closed one */
export function blockMenuOf(view: ConversationView, settings: Settings, now: number): BlockMenu {
    const effect = blockEffect(view, now);
    const person = describePerson(view);
    const { requireReason, reasons } = settings;
    const choices = [...(requireReason ? [] : [null]), ...reasons.slice(0, MOST_REASONS)];
    return {
        label: i18n.block,
        title: format(i18n.blockWho, person),
        effect,
        about: format(i18n.aboutMenu, person, effect),
        entries: choices.map((reason, index) => {
            const label = reason === null ? i18n.block : reasonLabel(reason);
            const asks = asksMore(settings, reason);
            return { reason, asks, value: `${index}`, label: asks ? format(i18n.asks, label) : label };
        }),
        form: {
            reason: null,
            asks: true,
            value: 'form',
            label: reasons.length > MOST_REASONS ? i18n.more : i18n.withNote
        }
    };
}
