/**
 * Fills the placeholders of a label.
 * @param template a label such as `{0} on {1}`
 * @param values what stands for {0}, {1}, …; a placeholder without a value stays as it is
 */
export function format(template: string, ...values: (string | number)[]): string {
    return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

/**
 * Splits a label at {0}, for the templates that draw a component in its place.
 * @returns the text before and after; both may be empty
 */
export function around(template: string): { before: string; after: string } {
    const [before = '', after = ''] = template.split('{0}');
    return { before, after };
}
