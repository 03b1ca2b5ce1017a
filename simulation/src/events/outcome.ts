import type { Obstacle, ObstacleKind } from '../world/obstacle.js';

/** The effect of an event, or the reason why it is not possible. */
export type Outcome = (() => void) | Obstacle;

export function refuse(kind: ObstacleKind, subject: string, ...elements: Obstacle['elements']): Obstacle {
    return { kind, subject, elements };
}
