import { type Layout, PictureSheet, type Scene } from '@sup/picture';
import type { VNode } from 'preact';

interface EnlargeablePictureProps {
    /** The prefix of the ids of its parts. */
    readonly id: string;
    /** A description of the picture, for screen readers. */
    readonly name: string;
    readonly scene: Scene;
    /** For pages of different widths, the narrowest first. The style sheet shows one of them. */
    readonly layouts: readonly Layout[];
}

const widths = ['narrow', 'medium', 'wide'] as const;

/** A picture as wide as the page, which a click enlarges and another one reduces. A checkbox does it, because the policy of the page allows no scripts. */
export function EnlargeablePicture({ id, name, scene, layouts }: EnlargeablePictureProps): VNode {
    return <figure class="picture">
        <input type="checkbox" id={id} aria-label={`Enlarge the picture of ${name}`} />
        <label for={id}>
            {layouts.map((layout, i) => <span class={layouts.length === 1 ? 'sheet' : `sheet ${widths[i]}`}><PictureSheet id={`${id}-${i + 1}`} scene={scene} layout={layout} /></span>)}
        </label>
    </figure>;
}
