import { inspect } from 'node:util';

const SHOWN = '[secret]';

/** A secret that shows itself only to those who ask: printed, logged or serialized it reads `[secret]`. */
export class Secret {
    readonly #value: string;

    constructor(value: string) {
        this.#value = value;
    }

    /** The secret itself; call it only where it leaves the process. */
    reveal(): string {
        return this.#value;
    }

    toString(): string {
        return SHOWN;
    }

    toJSON(): string {
        return SHOWN;
    }

    [inspect.custom](): string {
        return SHOWN;
    }
}
