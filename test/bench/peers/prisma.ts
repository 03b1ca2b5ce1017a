import { writeElements } from './elements.js';
import { models } from './models.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const language = models('prisma', 'schema.prisma', ['generator client {', '  provider = "prisma-client-js"', '}', 'datasource db {', '  provider = "postgresql"', '}']);

export const prisma: Peer = {
    name: 'Prisma', packages: { '@prisma/language-server': '31.12.10' }, completesNames: true,
    remark: 'checks everything, relations in both directions; the parser is Rust, as WebAssembly',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('@prisma/language-server/dist/bin.js'), ['--stdio'], {
        isMistake: withMessage(/is neither a built-in type/), settings: { prisma: { enableDiagnostics: true } }
    })
};
