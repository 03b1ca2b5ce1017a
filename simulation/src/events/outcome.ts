import type { Obstacle, ObstacleKind } from '../world/obstacle.js';

/** What an event does, or why it cannot happen. */
export type Outcome = (() => void) | Obstacle;

export function refuse(kind: ObstacleKind, subject: string, ...elements: Obstacle['elements']): Obstacle {
    return { kind, subject, elements };
}
