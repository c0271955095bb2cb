/** The local GoTallo says no: a status and a sentence, answered as `{ "detail": … }` unless a body is given. */
export class Refusal extends Error {
    override readonly name = 'Refusal';
    readonly status: 400 | 404 | 409;
    readonly body: object;

    constructor(status: 400 | 404 | 409, detail: string, body: object = { detail }) {
        super(detail);
        this.status = status;
        this.body = body;
    }
}
