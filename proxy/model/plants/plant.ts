import type { Bounds } from '../configurations.ts';
import type { Property } from '../properties.ts';

/** A mistake that is planted into the model by a switch (`plants.pml`), and must be found. */
export interface Plant {
    /** The switch. */
    name: string;
    /** What the mistake is. */
    mistake: string;
    /** The property that it breaks. */
    breaks: Property;
    bounds: Bounds;
    /** The last command never comes true, rather than that something goes wrong; not when left out. */
    looksFor?: 'never';
}
