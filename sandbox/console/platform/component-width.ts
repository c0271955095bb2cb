/** How wide the component's column is made; `usual`: as an admin would lay it out. */
export const WIDTHS = ['usual', '240', '320', '480', 'full'] as const;

export type Width = (typeof WIDTHS)[number];

const listeners = new Set<() => void>();
let width = widthIn(location.search);

export function componentWidth(): Width {
    return width;
}

/** The address keeps it, so that a reload does. */
export function setComponentWidth(asked: Width): void {
    width = asked;
    const parameters = new URLSearchParams(location.search);
    parameters.set('width', asked);
    history.replaceState(null, '', `${location.pathname}?${parameters.toString()}`);
    for (const listener of listeners) listener();
}

/** @returns a function that stops it */
export function onComponentWidth(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

function widthIn(search: string): Width {
    const asked = new URLSearchParams(search).get('width');
    return WIDTHS.find((each) => each === asked) ?? 'usual';
}
