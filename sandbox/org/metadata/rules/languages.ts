import type { Rule } from './rule.ts';

/** A translation into a language that is off (forcedotcom/cli#1272; Portwood-Global-Solutions/Portwood PR #127, #128). */
export const languageIsOn: Rule = ({ type, name }, { org }) => {
    if (type !== 'Translations' || org.traits.languages.includes(name)) return null;
    return 'Not available for deploy for this organization';
};
