import { type Layout, rectangleOfPart, type Scene } from '@sup/picture';
import { type Outage, outagesAt, type Recording } from '@sup/playback';

/** A cross that marks an outage. */
export interface OutageSign {
    readonly x: number;
    readonly y: number;
    readonly text: string;
}

export function outageSigns(scene: Scene, layout: Layout, recording: Recording, time: number): readonly OutageSign[] {
    // A box that does not list its servers shows the sign of its own that something is down.
    const isListed = ({ kind, part }: Outage): boolean => kind === 'link' || part === undefined || layout.level === 'full';
    return outagesAt(recording, time).filter(isListed).flatMap(outage => {
        const bounds = rectangleOfPart(scene, layout, outage.part ?? 'microsoft-update');
        return bounds ? [{ text: outage.text, ...signPosition(bounds, outage) }] : [];
    });
}

/** The cross of a server is at the end of its row or box; the cross of a link is where the line enters the box. */
function signPosition({ x, y, width, height }: NonNullable<Layout['apart']>, { kind }: Outage): { readonly x: number; readonly y: number } {
    return kind === 'link' ? { x, y: y + height / 2 } : { x: x + width - 6, y: y + height / 2 };
}
