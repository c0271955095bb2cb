import * as i18n from './labels';

/** What the form itself says. */
export const WORDS = {
    blockFor: i18n.blockFor,
    cancel: i18n.cancel,
    end: i18n.end,
    endMissing: i18n.endMissing,
    note: i18n.note,
    reason: i18n.reason,
    reasonMissing: i18n.reasonMissing,
    reasonPlaceholder: i18n.reasonPlaceholder,
    withNote: i18n.withNote
};
