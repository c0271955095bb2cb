import { format } from 'c/conversationLabels';
import * as i18n from './labels';

/** A design property that cannot be used as it is. */
export interface SettingProblem {
    /** API name of the property; no two problems have the same. */
    property: string;
    /** For admins: the property by its label, what is wrong, what holds now, and what to do. */
    message: string;
}

/** The properties that can be wrong, by their labels. */
const PROPERTIES = {
    density: i18n.density,
    durations: i18n.durations,
    noteReasons: i18n.noteReasons,
    presetDuration: i18n.presetDuration,
    reasons: i18n.reasons
};

type Words = number | string | readonly string[];

/**
 * Takes a complaint, if anything is wrong.
 * @param template {0} is the property, {1} what is wrong, {2} and {3} what else there is to say
 */
export type Complain = (
    property: keyof typeof PROPERTIES,
    template: string,
    wrong: readonly string[],
    ...others: [Words, Words]
) => void;

export function complainTo(problems: SettingProblem[]): Complain {
    return (property, template, wrong, ...others) => {
        if (wrong.length > 0) {
            const quoted = wrong.map((value) => `“${value}”`);
            const words = [PROPERTIES[property], quoted, ...others].map((each) => [each].flat().join(', '));
            problems.push({ property, message: format(template, ...words) });
        }
    };
}
