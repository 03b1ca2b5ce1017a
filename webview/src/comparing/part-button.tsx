import type { Scene } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { ComponentChildren, VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The part of the picture for a site code and a server name from a comparison: the server, or the site if there is no such server. */
export function partOf({ after, before }: ComparedPlans, code: string | undefined, host: string | undefined): string | undefined {
    return code === undefined ? undefined : partIn(after, code, host) ?? partIn(before, code, host);
}

function partIn({ sites }: Scene, code: string, host: string | undefined): string | undefined {
    const site = sites.find(each => each.code === code);
    return site && (site.servers.find(({ name }) => name === host)?.id ?? site.id);
}

interface PartButtonProps {
    readonly preview: Preview;
    /** Undefined if the sentence is about the hierarchy as a whole. */
    readonly part: string | undefined;
    readonly children: ComponentChildren;
}

/** A sentence about a part; pressing it selects the part. */
export function PartButton({ preview, part, children }: PartButtonProps): VNode {
    return part === undefined
        ? <p class="part-button">{children}</p>
        : <button type="button" class="part-button" aria-pressed={preview.selection.value === part} onClick={() => preview.select(part)}>{children}</button>;
}
