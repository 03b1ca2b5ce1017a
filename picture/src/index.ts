// Room: picture. Owns how a hierarchy is drawn: what there is to see of it, where everything stands, and the drawing, which is the same in
// a page and in a file. Called by: cli. Absent: text of plans, rules, simulation, the page's own behaviour, the file system.

export { renderInPage, renderToSvg } from './draw/render-to-svg.js';
export { Picture, type PictureProps } from './draw/picture.js';
export type { Theme } from './draw/palette.js';
export { serverMarks } from './draw/server-row.js';
export { pictureClass, stylesheet } from './draw/stylesheet.js';
export { layOut, type LayoutOptions } from './layout/lay-out.js';
export type { Detail, Direction, Hidden, Layout, PlacedBox, PlacedLine, Rectangle } from './layout/layout.js';
export { detailAt } from './layout/measures.js';
export { collapseToFit, type Overview, overviewOf } from './layout/overview.js';
export { buildScene } from './scene/build-scene.js';
export type { Problem } from './scene/problems.js';
export type { Scene, SceneProblem, SceneServer, SceneSite, ServerMark, Supply } from './scene/scene.js';
export { clientsText, counted, number } from './scene/sentence.js';
export { supplyText } from './scene/supply.js';
