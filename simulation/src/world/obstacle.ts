import type { ModelElement } from '@sup/model';

/** The reasons why something does not work. Their texts are in trace/obstacles.ts. */
export type ObstacleKind =
    | 'site-server-down' | 'server-down' | 'wsus-down' | 'no-wsus' | 'console-missing' | 'console-too-old' | 'wsus-too-old' | 'untrusted-forest' | 'blocked' | 'not-configured' | 'port-mismatch' | 'ssl-mismatch' | 'certificate'
    | 'replica-on-primary' | 'mixed-mode' | 'no-upstream' | 'upstream-unsynchronized' | 'microsoft-update-down' | 'link-down' | 'proxy'
    | 'wrong-source' | 'source-changed' | 'top-source-changed' | 'replica-set' | 'upstream-older' | 'product-withdrawn'
    | 'not-top-site' | 'no-update-point' | 'connected' | 'replica' | 'not-published' | 'unknown-target' | 'no-clients';

export interface Obstacle {
    readonly kind: ObstacleKind;
    /** The name of the affected server, site, product or source. */
    readonly subject: string;
    /** The parts of the plan that cause it, if the plan does. */
    readonly elements: readonly ModelElement[];
}
