import { layerLabels, type LayerName, layerNames } from '@sup/picture';

/** The layers in the order of menus, the picture without a layer first. */
export const layerChoices: readonly (readonly [layer: LayerName | undefined, label: string])[] = [[undefined, 'None'], ...layerNames.map(name => [name, layerLabels[name]] as const)];

export const layerLabel = (layer: LayerName | undefined): string => layer === undefined ? 'None' : layerLabels[layer];
