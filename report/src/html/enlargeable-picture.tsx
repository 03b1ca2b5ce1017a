import { type Layer, type Layout, PictureSheet, type Scene } from '@sup/picture';
import type { VNode } from 'preact';

interface EnlargeablePictureProps {
    /** The prefix of the ids of its parts. */
    readonly id: string;
    /** A description of the picture, for screen readers. */
    readonly name: string;
    readonly scene: Scene;
    /** For pages of different widths, the narrowest first. The style sheet shows one of them. */
    readonly layouts: readonly Layout[];
    /** For paper, if that is another one. */
    readonly paper?: Layout | undefined;
    readonly layer?: Layer | undefined;
}

const widths = ['narrow', 'medium', 'wide'] as const;

/** A picture as wide as the page, which a click enlarges and another one reduces. A checkbox does it, because the policy of the page allows no scripts. */
export function EnlargeablePicture({ id, name, scene, layouts, paper, layer }: EnlargeablePictureProps): VNode {
    const sheet = (use: string, layout: Layout, key: string): VNode => <span class={`sheet ${use}`.trim()}><PictureSheet id={`${id}-${key}`} scene={scene} layout={layout} layer={layer} /></span>;
    return <figure class={paper ? 'picture has-paper' : 'picture'}>
        <input type="checkbox" id={id} aria-label={`Enlarge the picture of ${name}`} />
        <label for={id}>
            {layouts.map((layout, i) => sheet(layouts.length === 1 ? '' : widths[i]!, layout, String(i + 1)))}
            {paper && sheet('paper', paper, 'paper')}
        </label>
    </figure>;
}
