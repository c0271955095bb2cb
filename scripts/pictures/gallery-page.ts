import type { GalleryState } from '../../e2e/support/gallery/state.ts';

/** The text of `docs/gallery.md`. */
export function galleryPage(states: readonly GalleryState[], looks: readonly { name: string }[]): string {
    const list = looks.map(({ name }) => `- ${name}`).join('\n');
    const sections = states.map(
        ({ name, about }) =>
            `## ${titleOf(name)}\n\n${about}\n\n![${titleOf(name)}: ${about}](pictures/gallery/${name}.png)\n`
    );
    return `# Gallery

The card in every state. Each picture shows it side by side as it looks in these ways:

${list}

\`npm run pictures\` takes the pictures in the [sandbox](sandbox.md) and writes this page. It fails where axe finds
something.

${sections.join('\n')}`;
}

function titleOf(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}
