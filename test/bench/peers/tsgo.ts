import process from 'node:process';
import { constants } from './constants.js';
import { writeElements } from './elements.js';
import { type Peer, withMessage } from './peer.js';

const program = process.platform === 'win32' ? 'tsgo.exe' : 'tsgo';

export const tsgo: Peer = {
    name: 'TypeScript 7', packages: { '@typescript/native-preview': '7.0.0-dev.20260707.2' }, isNative: true, completesNames: true,
    remark: 'checks types; compiled Go; diagnostics on request',
    document: elements => writeElements(constants, elements),
    server: installed => ({
        command: installed(`@typescript/native-preview-${process.platform}-${process.arch}/lib/${program}`), args: ['--lsp', '--stdio'],
        isMistake: withMessage(/^Cannot find name/), isAsked: true
    })
};
