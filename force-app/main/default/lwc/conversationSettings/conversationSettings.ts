import { KNOWN_REASONS } from 'c/conversationLabels';
import { ALL_DURATIONS, readDurations, readPreset } from './durations';
import type { Duration } from './durations';
import * as i18n from './labels';
import { wordOf } from './lists';
import { complainTo } from './problems';
import type { Complain, SettingProblem } from './problems';
import { readNoteReasons, readReasons } from './reasons';

export { endOf, lengthOf } from './durations';
export type { Duration } from './durations';
export type { SettingProblem } from './problems';

/** What the admin chose, checked and complete. */
export interface Settings {
    /** Null: the field known for the object. */
    conversationIdField: string | null;
    /** As they are stored, whatever the agent's language. */
    reasons: readonly string[];
    durations: readonly Duration[];
    /** One of the durations. */
    presetDuration: Duration;
    requireReason: boolean;
    /** Those of the reasons that a note must explain. */
    noteReasons: readonly string[];
    /** Whether the form opens for every block, so that none is a single choice. */
    askBeforeBlock: boolean;
    isCompact: boolean;
    showHistory: boolean;
    /** Whether nothing at all is drawn for a record without a conversation. */
    hideWithoutConversation: boolean;
}

/** The design properties as the page sets them. */
export interface RawSettings {
    conversationIdField?: string | null | undefined;
    /** Comma separated. */
    reasons?: string | null | undefined;
    /** Comma separated. */
    durations?: string | null | undefined;
    presetDuration?: string | null | undefined;
    requireReason?: boolean | null | undefined;
    /** Comma separated. */
    noteReasons?: string | null | undefined;
    askBeforeBlock?: boolean | null | undefined;
    /** `full` or `compact` */
    density?: string | null | undefined;
    showHistory?: boolean | null | undefined;
    hideWithoutConversation?: boolean | null | undefined;
}

/** What holds where the admin chose nothing. */
export const DEFAULT_SETTINGS: Settings = {
    conversationIdField: null,
    reasons: KNOWN_REASONS,
    durations: ALL_DURATIONS,
    presetDuration: 'none',
    requireReason: true,
    noteReasons: [],
    askBeforeBlock: false,
    isCompact: false,
    showHistory: true,
    hideWithoutConversation: false
};

const DENSITIES = ['full', 'compact'];

/** Whether a block for a reason needs more than the reason: only the form can ask for it. */
export function asksMore({ presetDuration, noteReasons }: Settings, reason: string | null): boolean {
    return presetDuration === 'custom' || needsNote({ noteReasons }, reason);
}

/** Whether a note must explain a block for that reason. */
export function needsNote({ noteReasons }: Pick<Settings, 'noteReasons'>, reason: string | null): boolean {
    return reason !== null && noteReasons.includes(reason);
}

/** Takes every usable part of the design properties; what is not usable is replaced by a default, and told. Never throws. */
export function readSettings(raw: RawSettings): { settings: Settings; problems: SettingProblem[] } {
    const problems: SettingProblem[] = [];
    const complain = complainTo(problems);
    const reasons = readReasons(raw.reasons, complain);
    const durations = readDurations(raw.durations, complain);
    const settings = {
        conversationIdField: wordOf(raw.conversationIdField) || null,
        reasons,
        durations,
        presetDuration: readPreset(raw.presetDuration, durations, complain),
        requireReason: raw.requireReason ?? DEFAULT_SETTINGS.requireReason,
        noteReasons: readNoteReasons(raw.noteReasons, reasons, complain),
        askBeforeBlock: raw.askBeforeBlock ?? DEFAULT_SETTINGS.askBeforeBlock,
        isCompact: isCompact(raw.density, complain),
        showHistory: raw.showHistory ?? DEFAULT_SETTINGS.showHistory,
        hideWithoutConversation: raw.hideWithoutConversation ?? DEFAULT_SETTINGS.hideWithoutConversation
    };
    return { settings, problems };
}

function isCompact(text: string | null | undefined, complain: Complain): boolean {
    const density = wordOf(text).toLowerCase() || 'full';
    complain('density', i18n.unknown, DENSITIES.includes(density) ? [] : [wordOf(text)], 'full', DENSITIES);
    return density === 'compact';
}
