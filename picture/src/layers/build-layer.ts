import type { Scene } from '../scene/scene.js';
import { capacityLayer } from './capacity-layer.js';
import type { Layer, LayerName } from './layer.js';
import { type OutageOverview, outageLayer } from './outage-layer.js';
import { problemLayer } from './problem-layer.js';
import { sslLayer } from './ssl-layer.js';
import { versionLayer } from './version-layer.js';

/** Builds a layer of a scene. Undefined for the layer of outages as long as they have not been simulated. */
export function buildLayer(scene: Scene, name: LayerName, outages?: OutageOverview): Layer | undefined {
    switch (name) {
        case 'problems': return problemLayer(scene);
        case 'ssl': return sslLayer(scene);
        case 'versions': return versionLayer(scene);
        case 'capacity': return capacityLayer(scene);
        case 'outages': return outages && outageLayer(scene, outages);
    }
}
