/** A rule without rules inside: what stands before its braces, and what inside. */
const RULE = /([^{}]*)\{([^{}]*)\}/g;

/** Values of four sides: top, right, bottom, left. */
const FOUR_SIDES = new Set(['margin', 'padding', 'border-width', 'border-style', 'border-color', 'inset']);

/**
 * A style sheet for right-to-left. The platform flips left and right in properties and values when the user's language
 * is such a one (Aura guide, CSS for RTL Languages); this does what the design system needs of it.
 */
export function flipCss(css: string): string {
    return css.replace(RULE, (rule, selector: string, body: string) =>
        selector.includes('[dir=') ? rule : `${selector}{${body.split(';').map(flip).join(';')}}`
    );
}

function flip(declaration: string): string {
    const colon = declaration.indexOf(':');
    if (colon < 0) return declaration;
    const property = declaration.slice(0, colon);
    // Custom properties and what is drawn are not about sides.
    if (property.trim().startsWith('--')) return declaration;
    return `${swapSides(property)}:${flipValue(property.trim(), declaration.slice(colon + 1))}`;
}

function flipValue(property: string, value: string): string {
    if (property === 'text-align' || property === 'float' || property === 'clear') return swapSides(value);
    const parts = topLevelParts(value);
    const [first, second, third, fourth] = parts;
    if (parts.length !== 4) return value;
    if (FOUR_SIDES.has(property)) return [first, fourth, third, second].join(' ');
    if (property === 'border-radius') return [second, first, fourth, third].join(' ');
    return value;
}

function swapSides(text: string): string {
    return text.replace(/\b(left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left'));
}

/** Split at blanks that are in no parentheses. */
function topLevelParts(value: string): string[] {
    return value.trim().match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}
