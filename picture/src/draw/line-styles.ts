import type { Supply } from '../scene/scene.js';
import type { ColorName } from './palette.js';

export interface LineStyle {
    readonly color: ColorName;
    readonly width: number;
    readonly dash?: string;
    /** Whether an arrow shows that updates flow to the site. */
    readonly hasArrow: boolean;
    /** Its meaning in the legend. */
    readonly meaning: string;
}

const styles = {
    updates: { color: 'accent', width: 2, hasArrow: true, meaning: 'updates flow' },
    scans: { color: 'muted', width: 1.6, dash: '1.6 2', hasArrow: false, meaning: 'clients scan above' },
    'by-hand': { color: 'accent', width: 2, dash: '4 3', hasArrow: false, meaning: 'export and import' },
    'cut-off': { color: 'fail', width: 2, dash: '4 2 1 2', hasArrow: false, meaning: 'no upstream server to synchronize from' },
    unknown: { color: 'faint', width: 2, dash: '1.5 3', hasArrow: false, meaning: 'synchronization source unknown' },
    nothing: { color: 'faint', width: 1.5, hasArrow: false, meaning: 'no updates from above' },
    feed: { color: 'accent', width: 1.75, hasArrow: true, meaning: 'synchronizes from' }
} as const satisfies Readonly<Record<string, LineStyle>>;

export type LineKind = keyof typeof styles;

/** The appearance of the lines. Kinds differ in pattern and arrow, not only in color. */
export const lineStyles: Readonly<Record<LineKind, LineStyle>> = styles;

/** The kind of line between a site and its parent. Updates that do not come from the parent have a separate line. */
export function lineKindOf({ kind }: Supply): LineKind {
    switch (kind) {
        case 'parent':
        case 'replica': return 'updates';
        case 'by-hand':
        case 'cut-off':
        case 'unknown': return kind;
        case 'scans-at-parent': return 'scans';
        case 'microsoft-update':
        case 'server':
        case 'nothing': return 'nothing';
    }
}
