// Room: files. Owns reading from disk: plans, `sup.config.json` and `.editorconfig`, within the given folders and nowhere else; exports that the user names, and their age; and the pages that are
// installed with the program. Called by: cli, server.
// Absent: the meaning of the files, writing, watching, processes, the network.

export { type ConfigFileProblem, ConfigFiles } from './config-files.js';
export { daysSince } from './days-since.js';
export { EditorConfigs } from './editor-config.js';
export { InstalledPages } from './installed-pages.js';
export { decodeExport } from './read-export.js';
export { ExportFilesError, readExports } from './read-exports.js';
export { fileErrorMessage } from './file-error.js';
export { createNodeFileSystem } from './safe-file-system.js';
