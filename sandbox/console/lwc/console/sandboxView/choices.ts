import type { Width } from '../../../platform/component-width.ts';
import type { Place } from '../../../platform/places.ts';

const HOUR = 60 * 60 * 1000;

/** Steps by which time is moved forward. */
export const MOVES: readonly { label: string; text: string; milliseconds: number }[] = [
    { label: '1 hour', text: '+1 hour', milliseconds: HOUR },
    { label: '1 day', text: '+1 day', milliseconds: 24 * HOUR },
    { label: '7 days', text: '+7 days', milliseconds: 7 * 24 * HOUR }
];

/** Where the component can stand, in plain words. */
export const PLACES: readonly { value: Place | 'phone'; label: string }[] = [
    { value: 'record', label: 'Record page' },
    { value: 'app', label: 'App page' },
    { value: 'flow', label: 'Flow screen' },
    { value: 'phone', label: 'Mobile app' },
    { value: 'setup', label: 'Set-up tab' },
    { value: 'side-by-side', label: 'Two agents side by side' }
];

export const WIDTH_LABELS: Readonly<Record<Width, string>> = {
    usual: 'as usual',
    '240': '240 px',
    '320': '320 px',
    '480': '480 px',
    full: 'full width'
};
