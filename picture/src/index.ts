// Room: picture. Owns the drawing of a hierarchy: the scene, its layout, and the SVG, which is the same in a page and in a file.
// Called by: cli, protocol (types), report, server, webview. Absent: text of plans, rules, simulation, the page's own behavior, the file system.

export { PictureSheet, renderToSvg } from './draw/render-to-svg.js';
export { Picture, type PictureProps } from './draw/picture.js';
export { color, type ColorName, hostColors, type Theme } from './draw/palette.js';
export { SeveritySign } from './draw/badges.js';
export { ArrowHeads } from './draw/connections.js';
export { ComplianceCurve, type CompliancePoint } from './draw/compliance-curve.js';
export { placeLegend } from './draw/legend.js';
export { ConditionSign, stateSentence } from './draw/state-signs.js';
export { serverMarks } from './draw/server-row.js';
export { SiteItem, type SiteItemProps } from './draw/site-item.js';
export type { ClientConditions, SiteState } from './scene/site-state.js';
export { realityMarks, siteMarks } from './draw/site-mark.js';
export { pictureClass, stylesheet } from './draw/stylesheet.js';
export { layOut, type LayoutOptions, margin } from './layout/lay-out.js';
export type { Direction, Hidden, Layout, PlacedBox, PlacedLine, Rectangle, Size } from './layout/layout.js';
export type { Level, Purpose } from './layout/levels.js';
export { collapseToFit, type Extent, extents, layOutInFull, layOutPage } from './layout/overview.js';
export { measureTextWith } from './layout/text-width.js';
export { rectangleOfPart, siteOfPart } from './layout/part-rectangle.js';
export { cropLayout } from './layout/crop-layout.js';
export { buildLayer } from './layers/build-layer.js';
export { type Layer, layerLabels, type LayerName, layerNames, type SiteFigure } from './layers/layer.js';
export { keepsFromScanning, type OutageOverview, type SiteOutage } from './layers/outage-layer.js';
export { branchScene, siteScene } from './scene/branch-scene.js';
export { onlyWhatChanges } from './scene/changed-sites.js';
export { buildScene, buildSceneInChunks, omissionIn } from './scene/build-scene.js';
export { type Ids, idsOf } from './scene/ids.js';
export { mergeScenes } from './scene/merge-scenes.js';
export { placeProblems, severities, type ElementProblem } from './scene/problems.js';
export { microsoftUpdate, type ProblemSeverity, type Scene, type SceneProblem, type SceneServer, type SceneSite, type ServerMark, type SiteMark, type Supply } from './scene/scene.js';
export { changedScene, sceneChange, type SceneChange } from './scene/scene-change.js';
export { clientsText } from './scene/sentence.js';
export { totalClientsText } from './scene/branch-sums.js';
// Number formats of the picture, for the parts of the page around it.
export { counted, number } from '@sup/model';
export { supplyText } from './scene/supply.js';
