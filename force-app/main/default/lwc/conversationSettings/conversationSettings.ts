import { format } from 'c/conversationLabels';
import { ALL_DURATIONS, readDurations, readPreset } from './durations';
import type { Duration } from './durations';
import * as i18n from './labels';
import { quote, wordOf } from './lists';
import { KNOWN_REASONS, readReasons } from './reasons';

export type { Duration } from './durations';

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
    isCompact: boolean;
    showHistory: boolean;
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
    /** `full` or `compact` */
    density?: string | null | undefined;
    showHistory?: boolean | null | undefined;
}

/** A design property that cannot be used as it is. */
export interface SettingProblem {
    /** API name of the property; no two problems have the same. */
    property: string;
    /** For admins: the property by its label, what is wrong, what holds now, and what to do. */
    message: string;
}

/** What holds where the admin chose nothing. */
export const DEFAULT_SETTINGS: Settings = {
    conversationIdField: null,
    reasons: KNOWN_REASONS,
    durations: ALL_DURATIONS,
    presetDuration: 'none',
    requireReason: true,
    isCompact: false,
    showHistory: true
};

const DENSITIES = ['full', 'compact'];

/** Takes every usable part of the design properties; what is not usable is replaced by a default, and told. Never throws. */
export function readSettings(raw: RawSettings): { settings: Settings; problems: SettingProblem[] } {
    const problems: SettingProblem[] = [];
    const reasons = readReasons(raw.reasons, problems);
    const durations = readDurations(raw.durations, problems);
    const settings = {
        conversationIdField: wordOf(raw.conversationIdField) || null,
        reasons,
        durations,
        presetDuration: readPreset(raw.presetDuration, durations, problems),
        requireReason: raw.requireReason ?? DEFAULT_SETTINGS.requireReason,
        isCompact: readDensity(raw.density, problems) === 'compact',
        showHistory: raw.showHistory ?? DEFAULT_SETTINGS.showHistory
    };
    return { settings, problems };
}

function readDensity(text: string | null | undefined, problems: SettingProblem[]): string {
    const density = wordOf(text).toLowerCase() || 'full';
    if (DENSITIES.includes(density)) {
        return density;
    }
    const words = [i18n.density, quote([wordOf(text)]), 'full', DENSITIES.join(', ')];
    problems.push({ property: 'density', message: format(i18n.unknown, ...words) });
    return 'full';
}
