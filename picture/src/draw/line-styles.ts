import type { Supply } from '../scene/scene.js';
import type { ColourName } from './palette.js';

export interface LineStyle {
    readonly colour: ColourName;
    readonly width: number;
    readonly dash?: string;
    /** `down`: updates flow down to the site. `twice`: so do settings and approvals, shown by a double head. `up`: clients scan at the parent. */
    readonly arrow: 'down' | 'twice' | 'up' | 'none';
    /** Its meaning in the legend. */
    readonly meaning: string;
}

const styles = {
    parent: { colour: 'flow', width: 1.75, arrow: 'down', meaning: 'synchronizes from the site above' },
    replica: { colour: 'flow', width: 1.75, arrow: 'twice', meaning: 'replica of the site above' },
    scans: { colour: 'flow', width: 2, dash: '0.5 4.5', arrow: 'up', meaning: 'clients scan at the site above' },
    'by-hand': { colour: 'flow', width: 1.75, dash: '7 5', arrow: 'none', meaning: 'export and import' },
    'cut-off': { colour: 'error', width: 1.75, dash: '8 4 1 4', arrow: 'none', meaning: 'no upstream server to synchronize from' },
    unknown: { colour: 'trunk', width: 1.75, dash: '1.5 4', arrow: 'none', meaning: 'synchronization source unknown' },
    nothing: { colour: 'trunk', width: 1.5, arrow: 'none', meaning: 'reports to the site above, gets no updates from it' },
    feed: { colour: 'flow', width: 1.75, arrow: 'down', meaning: 'synchronizes from' }
} as const satisfies Readonly<Record<string, LineStyle>>;

export type LineKind = keyof typeof styles;

/** The appearance of the lines. Kinds differ in pattern and arrow, not only in color. */
export const lineStyles: Readonly<Record<LineKind, LineStyle>> = styles;

/** The kind of line between a site and its parent. Updates that do not come from the parent have a separate line. */
export function lineKindOf({ kind }: Supply): LineKind {
    switch (kind) {
        case 'parent':
        case 'replica':
        case 'by-hand':
        case 'cut-off':
        case 'unknown': return kind;
        case 'scans-at-parent': return 'scans';
        case 'microsoft-update':
        case 'server':
        case 'nothing': return 'nothing';
    }
}
