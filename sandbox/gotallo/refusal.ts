type Status = 400 | 401 | 403 | 404 | 409 | 503;

/** The local GoTallo or the page's server says no: a status and a sentence, answered as `{ "detail": … }`. */
export class Refusal extends Error {
    override readonly name = 'Refusal';
    readonly status: Status;
    readonly body: object;

    /** @param body instead of that */
    constructor(status: Status, detail: string, body: object = { detail }) {
        super(detail);
        this.status = status;
        this.body = body;
    }
}
