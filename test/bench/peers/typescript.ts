import { constants } from './constants.js';
import { writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

export const typescript: Peer = {
    name: 'TypeScript 6', packages: { 'typescript': '6.0.3', 'typescript-language-server': '6.0.2' }, completesNames: true,
    remark: 'checks types; waits 300 to 800 ms',
    document: elements => writeElements(constants, elements),
    server: installed => nodeServer(installed('typescript-language-server/lib/cli.mjs'), ['--stdio'], {
        isMistake: withMessage(/^Cannot find name/),
        initializationOptions: { tsserver: { path: installed('typescript/lib/tsserver.js') }, disableAutomaticTypingAcquisition: true }
    })
};
