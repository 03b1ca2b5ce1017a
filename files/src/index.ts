// Room: files. Owns reading from disk: plans and `sup.config.json`, within the given folders and nowhere else.
// Called by: server, cli. Absent: the meaning of what is read, writing, watching, processes, the network.

export { configFileName, type ConfigFileProblem, ConfigFiles } from './config-files.js';
export { reasonOf } from './refusal.js';
export { createNodeFileSystem } from './safe-file-system.js';
