import { json } from './json.js';
import type { Peer } from './peer.js';
import { yaml } from './yaml.js';

export const peers: readonly Peer[] = [json, yaml];
