import type { Scene } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { ComponentChildren, VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The part of the picture that something is about which a comparison names: the server, or else the site. */
export function partOf({ after, before }: ComparedPlans, code: string | undefined, host: string | undefined): string | undefined {
    return code === undefined ? undefined : partIn(after, code, host) ?? partIn(before, code, host);
}

function partIn({ sites }: Scene, code: string, host: string | undefined): string | undefined {
    const site = sites.find(each => each.code === code);
    return site && (site.servers.find(({ name }) => name === host)?.id ?? site.id);
}

interface PartButtonProps {
    readonly preview: Preview;
    /** Undefined where it is about the whole. */
    readonly part: string | undefined;
    readonly children: ComponentChildren;
}

/** A sentence about a part, which shows where that is. */
export function PartButton({ preview, part, children }: PartButtonProps): VNode {
    return part === undefined
        ? <p class="part-button">{children}</p>
        : <button type="button" class="part-button" aria-pressed={preview.selection.value === part} onClick={() => preview.select(part)}>{children}</button>;
}
