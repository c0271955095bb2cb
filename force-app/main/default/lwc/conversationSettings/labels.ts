import labelDensity from '@salesforce/label/c.GoTallo_Setting_density';
import labelDurations from '@salesforce/label/c.GoTallo_Setting_durations';
import labelNoteReasons from '@salesforce/label/c.GoTallo_Setting_noteReasons';
import labelNotLength from '@salesforce/label/c.GoTallo_Setting_notLength';
import labelNotOffered from '@salesforce/label/c.GoTallo_Setting_notOffered';
import labelPresetDuration from '@salesforce/label/c.GoTallo_Setting_presetDuration';
import labelReasons from '@salesforce/label/c.GoTallo_Setting_reasons';
import labelTooLong from '@salesforce/label/c.GoTallo_Setting_tooLong';
import labelUnknown from '@salesforce/label/c.GoTallo_Setting_unknown';

export {
    labelDensity as density,
    labelDurations as durations,
    labelNoteReasons as noteReasons,
    labelNotLength as notLength,
    labelNotOffered as notOffered,
    labelPresetDuration as presetDuration,
    labelReasons as reasons,
    labelTooLong as tooLong,
    labelUnknown as unknown
};
