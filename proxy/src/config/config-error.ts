/** The configuration cannot be used. Holds every fault at once, and no secret. */
export class ConfigError extends Error {
    override readonly name = 'ConfigError';
    /** One line per fault: the setting, what is wrong with it, what is allowed. */
    readonly faults: readonly string[];

    constructor(faults: readonly string[]) {
        super(['invalid configuration:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
        this.faults = faults;
    }
}
