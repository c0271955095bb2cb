import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** Where Chrome and Chromium are installed, on Linux, macOS and Windows. */
const INSTALLED = [
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * Nothing is looked up outside. The browser's own sandbox needs rights that root and many containers do not give; it
 * loads nothing but this project's pages.
 */
const ARGUMENTS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run'
];

/**
 * Starts a browser without a window: the one named by `CHROME_PATH`, an installed one, else the one that ships inside
 * the package `@sparticuz/chromium`, which needs neither root nor a download.
 */
export async function launchBrowser(): Promise<Browser> {
    const installed = process.env['CHROME_PATH'] ?? INSTALLED.find((path) => existsSync(path));
    const options = installed === undefined ? await packagedBrowser() : { executablePath: installed };
    return chromium.launch({ ...options, args: ARGUMENTS });
}

/**
 * The package brings the system libraries it needs only where it believes to be in a hosted runtime, so it is told
 * that it is; the library path is then given to the browser alone. Its own arguments are for one page per process.
 */
async function packagedBrowser(): Promise<LaunchOptions> {
    const before = { ...process.env };
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const env = { ...process.env } as Record<string, string>;
    process.env = before;
    return { executablePath, env };
}
