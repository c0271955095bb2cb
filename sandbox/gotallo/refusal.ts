/** The local GoTallo says no: a status and a sentence, answered as `{ "detail": … }`. */
export class Refusal extends Error {
    override readonly name = 'Refusal';
    readonly status: 400 | 404 | 409;

    constructor(status: 400 | 404 | 409, detail: string) {
        super(detail);
        this.status = status;
    }
}
