import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const language: Language = {
    // An unknown stage could be an image with that name, so the mistake is a port.
    languageId: 'dockerfile', fileName: 'Dockerfile', typed: 'x',
    element: ({ index, name, parent }) => [
        `FROM ${parent ?? 'scratch'} AS ${name}`,
        `LABEL name="Site ${index}"`,
        'ENV KIND=primary',
        `ENV SERVER=srv${index}.corp.contoso.com`,
        `E${cursor}XPOSE 8530${typing}`,
        'ENV SYNC=hourly MAX=500'
    ]
};

export const dockerfile: Peer = {
    name: 'Dockerfile', packages: { 'dockerfile-language-server-nodejs': '0.15.0' }, completesNames: false,
    remark: 'stages; does not check that they exist',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('dockerfile-language-server-nodejs/bin/docker-langserver'), ['--stdio'], { isMistake: withMessage(/[Ii]nvalid containerPort/) })
};
