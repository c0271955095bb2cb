/**
 * Fills the placeholders of a label.
 * @param template a label such as `{0} on {1}`
 * @param values what stands for {0}, {1}, …; a placeholder without a value stays as it is
 */
export function format(template: string, ...values: (string | number)[]): string {
    return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}
