/** As `lightning/platformShowToastEvent`, with a toast as the console draws it. */

const SHOW_TOAST = 'lightning__showtoast';
const SHOWN_FOR_MS = 5_000;

interface Toast {
    title: string;
    variant?: 'success' | 'warning' | 'error' | 'info';
    mode?: 'dismissible' | 'pester' | 'sticky';
}

/** Asks the page for a toast. */
export class ShowToastEvent extends CustomEvent<Toast> {
    constructor(toast: Toast) {
        super(SHOW_TOAST, { composed: true, bubbles: true, cancelable: true, detail: toast });
    }
}

/** A warning has the color of its own that SLDS gives it. */
function draw({ title, variant = 'info', mode = 'dismissible' }: Toast): void {
    const container = document.createElement('div');
    container.className = 'slds-notify_container';
    const toast = document.createElement('div');
    toast.className = `slds-notify slds-notify_toast slds-theme_${variant}`;
    toast.setAttribute('role', 'status');
    const words = document.createElement('h2');
    words.className = 'slds-text-heading_small';
    words.textContent = title;
    toast.append(words);
    container.append(toast);
    document.body.append(container);
    if (mode !== 'sticky') setTimeout(() => container.remove(), SHOWN_FOR_MS);
}

document.addEventListener(SHOW_TOAST, (event) => draw((event as ShowToastEvent).detail));
