import type { Supply } from '../scene/scene.js';
import type { ColourName } from './palette.js';

export interface LineStyle {
    readonly colour: ColourName;
    readonly width: number;
    readonly dash?: string;
    /** Updates go down to a site, all settings and approvals with them where the arrow has two heads; clients go up to the parent. */
    readonly arrow: 'down' | 'twice' | 'up' | 'none';
    /** What it means, for the legend. */
    readonly meaning: string;
}

const styles = {
    parent: { colour: 'flow', width: 1.75, arrow: 'down', meaning: 'synchronizes from the site above' },
    replica: { colour: 'flow', width: 1.75, arrow: 'twice', meaning: 'replica of the site above' },
    scans: { colour: 'flow', width: 2, dash: '0.5 4.5', arrow: 'up', meaning: 'clients scan at the site above' },
    'by-hand': { colour: 'flow', width: 1.75, dash: '7 5', arrow: 'none', meaning: 'export and import' },
    'cut-off': { colour: 'error', width: 1.75, dash: '8 4 1 4', arrow: 'none', meaning: 'nothing above to synchronize from' },
    nothing: { colour: 'trunk', width: 1.5, arrow: 'none', meaning: 'reports to; no updates come this way' },
    feed: { colour: 'flow', width: 1.75, arrow: 'down', meaning: 'synchronizes from' }
} as const satisfies Readonly<Record<string, LineStyle>>;

export type LineKind = keyof typeof styles;

/** How the line between a site and its parent looks: by its pattern and its arrow, and also by its colour. */
export const lineStyles: Readonly<Record<LineKind, LineStyle>> = styles;

/** The line to a site's parent. Updates that come along another way have a line of their own. */
export function lineKindOf({ kind }: Supply): LineKind {
    switch (kind) {
        case 'parent':
        case 'replica':
        case 'by-hand':
        case 'cut-off': return kind;
        case 'scans-at-parent': return 'scans';
        case 'microsoft-update':
        case 'server':
        case 'nothing': return 'nothing';
    }
}
