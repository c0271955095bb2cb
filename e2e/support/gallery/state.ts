import type { ConsolePage } from '../console-page.ts';
import type { Scene, UserName } from './scene.ts';

/** A state in which agents meet the card. */
export interface GalleryState {
    /** As its picture is called. */
    name: string;
    /** What there is to see, in a sentence. */
    about: string;
    person: string;
    /** Who looks; Ana, an agent, if left out. */
    user?: UserName;
    /** What has happened before. */
    before?: (scene: Scene) => Promise<void>;
    /** What the agent does. */
    act?: (console: ConsolePage) => Promise<void>;
    /** What is there then, and not in other states; as a selector, since words differ by language. */
    shows: string;
    /** Whether it is over within half a minute: then it is brought about for each picture anew. */
    isBrief?: boolean;
    /** Whether there is no such thing in the mobile app. */
    isDesktopOnly?: boolean;
}
