import type { ModelElement } from '@sup/model';

/** Why something does not work. What is said of each stands in trace/obstacles.ts. */
export type ObstacleKind =
    | 'site-server-down' | 'server-down' | 'wsus-down' | 'no-wsus' | 'console-missing' | 'wsus-too-old' | 'port-mismatch' | 'ssl-mismatch' | 'certificate'
    | 'replica-on-primary' | 'mixed-mode' | 'no-upstream' | 'upstream-unsynchronized' | 'microsoft-update-down' | 'link-down' | 'proxy'
    | 'wrong-source' | 'source-changed' | 'upstream-older' | 'product-withdrawn'
    | 'not-top-site' | 'no-update-point' | 'connected' | 'replica' | 'not-published' | 'unknown-target' | 'no-clients';

export interface Obstacle {
    readonly kind: ObstacleKind;
    /** The name of the server, site, product or source that it is about. */
    readonly subject: string;
    /** The parts of the plan that make it so, where it comes from the plan. */
    readonly elements: readonly ModelElement[];
}
