import { warning, type PreflightCheck } from './finding.ts';

/** In milliseconds. */
const LONGEST = 10_000;

/** The proxy may come later; whether it is there already is worth knowing before an hour is lost. */
export const checkProxy: PreflightCheck = async ({ options: { proxyUrl } }) => {
    const address = `${proxyUrl}/healthz`;
    let response: Response;
    try {
        response = await fetch(address, { signal: AbortSignal.timeout(LONGEST), redirect: 'manual' });
    } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        const why = cause instanceof Error ? cause.message : String(cause);
        const what = `The proxy does not answer from here at ${address} (${why}).`;
        return [warning('proxy', what, 'If it is not there yet, go on and run this again later: the proof needs it.')];
    }
    const text = await response.text().catch(() => '');
    if (response.ok && text.includes('"alive"')) return [];
    const what = `Something other than the GoTallo proxy answers at ${address} (status ${response.status}).`;
    return [warning('proxy', what, 'Compare --proxy-url with the address that the operator of the proxy gave you.')];
};
